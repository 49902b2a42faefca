//! E00xx: the command line and the site's folder.

codes! {
    NO_ROOT = "E0001", "no-root", "The root folder does not exist",
        "`--root` names the folder that holds `site.toml` and `content/`. There is no such folder, or it is a \
         file. Run the command in the site's folder, or give `--root` the right path.",
        "`--root` 应指向存放 `site.toml` 与 `content/` 的文件夹，但该文件夹不存在，或者它是一个文件。请在站点文件夹中运行命令，\
         或改正 `--root`。";
    BAD_ARGUMENT = "E0002", "bad-argument", "A value on the command line cannot be used",
        "The option exists, but its value cannot be read: a year that is no year, a base address that is no \
         http(s) address, a unit id with letters that are not allowed. The message says what is expected.",
        "该选项存在，但取值无法使用，例如年度不是四位数字、基址不是 http(s) 地址、单位编号含有不允许的字符。提示中写明了应有的形式。";
    NO_SITE = "E0003", "no-site", "There is no built site in the folder",
        "Searching, verifying and previewing need a finished site. The folder has no manifest, so nothing was \
         built into it, or the build was stopped before its first end. Run `gongkai build` first.",
        "检索、核验和预览都需要已建成的站点。该文件夹中没有清单文件，说明尚未建站，或者第一次建站没有完成。请先运行 `gongkai build`。";
    UNKNOWN_CODE = "E0004", "unknown-code", "There is no such code or rule",
        "`gongkai explain` knows the codes of diagnostics, such as `E0103`, their names, such as \
         `unknown-key`, and the codes of audit rules, such as `F-05-04`. The one asked for is none of them.",
        "`gongkai explain` 可以解释诊断代码（如 `E0103`）、代码名称（如 `unknown-key`）以及核对规则编号（如 `F-05-04`）。\
         所查的编号不在其中。";
    NO_SITE_SETTINGS = "N0005", "no-site-settings", "There is no site.toml; the defaults are used",
        "A site works without `site.toml`. With it you can set the title, the address, the language, the \
         licence and whom readers should write to about errors; without a contact readers cannot tell you.",
        "没有 `site.toml` 也可以建站，此时采用默认设置。写上它可以设定标题、网址、语言、许可以及读者报告错误的联系方式。";
}
