//! E08xx: writing and reading the site. E09xx: the preview server.

codes! {
    OUTPUT_DANGEROUS = "E0801", "output-dangerous", "A folder that cannot be the output",
        "Output in `content/` or `themes/`, above them, in the home folder or at the root of the file system would \
         overwrite what must not be lost. Choose another folder with `--output`.",
        "输出位于 `content/`、`themes/` 之内或其上级，或是主目录、根目录，会覆盖不应丢失的文件。请用 `--output` 另选文件夹。";
    OUTPUT_FOREIGN = "E0802", "output-foreign", "The output folder holds something else",
        "The folder is not empty and has no manifest of an earlier build, so it may hold files that nobody wants \
         to lose. Choose another folder with `--output`, or empty this one.",
        "输出文件夹不为空，又没有以往建站的清单，可能存有不应丢失的文件。请用 `--output` 另选文件夹，或先清空。";
    OUTPUT_NOT_A_FOLDER = "E0803", "output-not-a-folder", "The output is not a folder",
        "There is a file, or a link that leads nowhere, where the site should be. Choose another folder with \
         `--output`, or move it away.",
        "输出位置已有一个文件或失效的链接，而不是文件夹。请用 `--output` 另选文件夹，或先移走它。";
    OUTPUT_LOCKED = "E0804", "output-locked", "Another build is writing to the same folder",
        "Only one build at a time may write to an output folder. Another one is under way. Wait for it to end; \
         what is published is whole in the meantime.",
        "同一输出文件夹同时只能有一个建站过程，目前另一个正在进行。请等它结束；在此期间已发布的内容保持完整。";
    BAD_ADDRESS = "E0805", "bad-address", "A name that cannot be a file of the site",
        "Files of the site have names of ASCII letters, digits, `-`, `_` and `.`, so that every server and file \
         system can hold them. Rename the source the name comes from.",
        "站点文件名只能用英文字母、数字、`-`、`_` 和 `.`，以便任何服务器和文件系统都能保存。请给相应的源文件改名。";
    SAME_ADDRESS = "E0806", "same-address", "Two pages of one address",
        "Two pages, or two names that differ only in case, would be written to the same file. Rename one of the \
         sources.",
        "两个页面（或仅大小写不同的名称）会写入同一个文件。请给其中一个源文件改名。";
    FOREIGN_LEFTOVER = "E0807", "foreign-leftover", "Something is in the way beside the output",
        "The new site is built in a hidden folder beside the old one. A file or folder of that name is there and \
         was not left by a build of ours. Look at it, and move or delete it.",
        "新站点建在旧站点旁边的隐藏文件夹中，而该名称已被占用，且不是以往建站留下的。请查看后移走或删除。";
    UNFINISHED_FILE = "E0808", "unfinished-file", "A file was begun and not completed",
        "A page was not written to its end, so the site was not published. This is a fault of the program; please \
         report it. The old site stands untouched.",
        "有一个页面没有写完，因此没有发布。这是程序的缺陷，请报告。原站点保持不变。";
    EMPTY_SITE = "E0809", "empty-site", "An empty site is not published",
        "Nothing was written. Check that `--root` names the folder that holds `content/`.",
        "没有写出任何文件。请检查 `--root` 是否为 `content/` 所在的文件夹。";
    WRITE_FAILED = "E0810", "write-failed", "A file could not be written or read",
        "The disk is full, a limit was reached, or permission is missing. The new site was given up and the old \
         one stands untouched.",
        "磁盘已满、达到限额或没有权限。新站点已放弃，原站点保持不变。";
    SWAP_FAILED = "E0811", "swap-failed", "The new site could not be put in place",
        "The site was built, but the last step, which exchanges the old folder and the new one at once, was \
         refused. The output must not be a mount point, and the folder above it must be writable.",
        "新站点已建成，但最后一步（整体替换新旧文件夹）被系统拒绝。输出文件夹不能是挂载点，其上级文件夹须可写。";
    NOT_A_SITE = "E0812", "not-a-site", "A folder that is no published site",
        "The folder has no `manifest-sha256.txt` of a build. Build the site first, or name the folder it was built \
         into.",
        "该文件夹中没有建站生成的 `manifest-sha256.txt`。请先建站，或指明站点所在的文件夹。";
    TEMPLATE_FAILED = "E0813", "template-failed", "A template of the theme is wrong",
        "A template uses something that does not exist, or does not follow the template language. The message \
         gives file and line. The built-in theme has no such fault.",
        "模板使用了不存在的变量，或不符合模板语法。提示中给出了文件和行号。内置主题没有此问题。";
    INDEX_UNUSABLE = "E0814", "index-unusable", "The search index cannot be used",
        "The index is damaged, or was made by another version of the program. Pages and data are not touched by \
         this. Build again.",
        "检索索引已损坏，或由其他版本的程序生成。页面和数据不受影响。请重新建站。";
    PORT_TAKEN = "E0901", "port-taken", "The preview could not use its port",
        "Another program listens on the port, or it may not be used. Choose another one with `--port`.",
        "端口已被其他程序占用，或没有权限使用。请用 `--port` 另选端口。";
    SERVER_STOPPED = "E0902", "server-stopped", "The preview server stopped",
        "The operating system ended the connection the server listens on. Start it again.",
        "系统终止了预览服务器的监听。请重新启动。";
}
