//! E02xx: what stands in `content/` and `themes/`.

codes! {
    NO_UNITS = "E0201", "no-units", "There is nothing to publish",
        "`content/` is missing, empty, or holds no folder with a `unit.toml`. A unit is a folder with a \
         `unit.toml` and the texts of its disclosures. `gongkai new unit ID` makes one.",
        "没有 `content/`，或其中没有任何带 `unit.toml` 的文件夹。一个单位就是一个文件夹，内有 `unit.toml` 和公开文本；\
         可用 `gongkai new unit ID` 新建。";
    NO_UNIT_FILE = "E0202", "no-unit-file", "A disclosure in a folder without unit.toml",
        "The file's name is that of a disclosure, but its folder has no `unit.toml`, so it is not known who \
         published it. Add a `unit.toml` with the unit's name. The document is left out.",
        "文件名符合公开文本的写法，但所在文件夹没有 `unit.toml`，无法确定由哪个单位公开。请补上写有单位名称的 `unit.toml`；\
         该文件暂不收录。";
    BAD_UNIT_ID = "E0203", "bad-unit-id", "A folder name that cannot be a unit's id",
        "The name of a unit's folder is its id and stands in web addresses, so it may hold lower-case ASCII \
         letters, digits and hyphens only. Rename the folder. The unit is left out.",
        "单位文件夹的名称就是单位编号，会出现在网址中，只能用小写英文字母、数字和连字符。请给文件夹改名；该单位暂不收录。";
    DUPLICATE_UNIT = "E0204", "duplicate-unit", "Two units of one id",
        "Two folders of the same name have a `unit.toml`. An id must be unique in the whole archive, however \
         deep the folders are nested. The first is used; the second, with its documents, is left out.",
        "有两个同名文件夹都带有 `unit.toml`。无论嵌套多深，单位编号在全站必须唯一。采用前一个，后一个及其文件暂不收录。";
    UNIT_FILE_ASTRAY = "E0205", "unit-file-astray", "A unit.toml outside a folder of its own",
        "A `unit.toml` makes the folder in which it stands a unit. `content/` itself cannot be a unit. Move the \
         file, with the unit's documents, into a folder named by the unit's id.",
        "`unit.toml` 使其所在的文件夹成为一个单位，而 `content/` 本身不能是单位。请把它连同公开文本移入以单位编号命名的文件夹。";
    MISNAMED_FILE = "W0206", "misnamed-file", "A file name that is nearly that of a disclosure",
        "Disclosures are named `<year>-budget.txt` or `<year>-final.txt`, earlier issues \
         `<year>-final.<yyyy-mm-dd>.txt`, in lower case. This name is close to it, so it is probably a slip. The \
         file is left alone.",
        "公开文本应命名为 `<年度>-budget.txt` 或 `<年度>-final.txt`，旧版为 `<年度>-final.<yyyy-mm-dd>.txt`，一律小写。\
         此文件名与之相近，可能是笔误；该文件暂不收录。";
    SETTINGS_ALONE = "W0207", "settings-alone", "Settings for a disclosure that is not there",
        "`2024-final.toml` adds to `2024-final.txt`, but there is no such text, so its settings are used nowhere. \
         Add the text, or correct the name.",
        "`2024-final.toml` 是对 `2024-final.txt` 的补充，但没有对应的文本，其中的设置不起作用。请补上文本或改正文件名。";
    ISSUE_ALONE = "W0208", "issue-alone", "An earlier issue without a current one",
        "`2024-final.2025-03-01.txt` is an earlier issue of `2024-final.txt`, which is not there. The current \
         issue must carry the plain name. The earlier issue is left out.",
        "`2024-final.2025-03-01.txt` 是 `2024-final.txt` 的旧版，但后者不存在。现行版本应使用不带日期的文件名；该旧版暂不收录。";
    OTHER_FILES = "N0209", "other-files", "Files that are left alone",
        "These files have no meaning to the program: they are neither read nor published. That is in order for \
         originals, working papers and the like; it is said once per folder, so that nothing is missed.",
        "程序不使用这些文件，既不读取也不发布。存放原件、底稿等属正常情况；每个文件夹只提示一次，以免遗漏。";
    UNREADABLE = "E0210", "unreadable", "A file or folder that cannot be read",
        "The operating system refused to read it: permissions, a broken link, a fault of the disk. It is left \
         out, the rest is built. Repair it, or remove it.",
        "操作系统拒绝读取：权限不足、链接失效或磁盘故障。该文件暂不收录，其余照常处理。请修复或移除。";
    LINK_OUTSIDE = "E0211", "link-outside", "A link that leads out of the root",
        "Only files below the root are published. A symbolic link to a place outside is not followed, lest files \
         be published that were never meant to be. Copy the file into the site.",
        "只发布站点文件夹之内的文件。指向外部的符号链接不予跟随，以免误发布无关文件。请把文件复制到站点中。";
    LINK_LOOP = "E0212", "link-loop", "A link that leads to a folder above itself",
        "Following this symbolic link would never end, because it points to a folder in which it lies itself. \
         It is not followed. Remove it.",
        "该符号链接指向自身所在的上级文件夹，跟随下去没有尽头，因此不予跟随。请删除该链接。";
    NOT_A_FILE = "E0213", "not-a-file", "Something that is neither a file nor a folder",
        "A pipe, a socket or a device has the name of a source file. Reading it could wait for ever, so it is \
         not read. Replace it by a file.",
        "管道、套接字或设备占用了源文件的名称，读取可能永远等待，因此不予读取。请换成普通文件。";
    UNKNOWN_THEME = "E0214", "unknown-theme", "There is no theme of that name",
        "`theme` in `site.toml` names a folder below `themes/`, or `default` for the built-in one. There is no \
         such folder. The built-in theme is used.",
        "`site.toml` 的 `theme` 应为 `themes/` 下的文件夹名，或 `default`（内置主题）。没有这个文件夹，改用内置主题。";
    BAD_PAGE_NAME = "E0215", "bad-page-name", "A page whose file name cannot be a web address",
        "The name of a file in `content/pages/` becomes the page's address, so it may hold lower-case ASCII \
         letters, digits and hyphens only, then `.md`. Rename it. The page is left out.",
        "`content/pages/` 中的文件名会成为网址，只能用小写英文字母、数字和连字符，后接 `.md`。请改名；该页暂不收录。";
    PAGE_NOT_UTF8 = "E0216", "page-not-utf8", "A page or note that is not UTF-8",
        "Pages and notes are Markdown in UTF-8. This one holds other bytes, usually because an editor saved it \
         as GBK. Save it as UTF-8. It is left out.",
        "页面和说明是 UTF-8 编码的 Markdown。该文件含有其他字节，通常是编辑器按 GBK 保存所致。请另存为 UTF-8；该文件暂不收录。";
}
