//! E08xx: writing and checking the site.

codes! {
    OUTPUT_LOCKED = "E0801", "output-locked", "Another build is writing to the same folder",
        "Only one build at a time may write to an output folder. Another one is under way. Wait for it to end; \
         what is published is whole in the meantime.",
        "同一输出文件夹同时只能有一个建站过程，目前另一个正在进行。请等它结束；在此期间已发布的内容保持完整。";
    WRITE_FAILED = "E0802", "write-failed", "A file could not be written",
        "The disk is full, a limit was reached, or permission is missing. The new site was given up and the old \
         one stands untouched.",
        "磁盘已满、达到限额或没有权限。新站点已放弃，原站点保持不变。";
    OUTPUT_FOREIGN = "E0803", "output-foreign", "The output folder holds something else",
        "The folder is not empty and has no manifest of an earlier build, so it may hold files that nobody wants \
         to lose. Choose another folder with `--output`, or empty this one.",
        "输出文件夹不为空，又没有以往建站的清单，可能存有不应丢失的文件。请用 `--output` 另选文件夹，或先清空。";
    OUTPUT_IN_SOURCES = "E0804", "output-in-sources", "The output folder lies among the sources",
        "Output in `content/` or `themes/`, or above them, would overwrite sources or be read as sources by the \
         next build. Choose another folder with `--output`.",
        "输出位于 `content/`、`themes/` 之内或其上级，会覆盖源文件，或在下次建站时被当作源文件读取。请用 `--output` 另选文件夹。";
    SWAP_FAILED = "E0805", "swap-failed", "The new site could not be put in place",
        "The site was built, but the last step, which exchanges the old folder and the new one at once, was \
         refused. The old site stands untouched.",
        "新站点已建成，但最后一步（整体替换新旧文件夹）被系统拒绝。原站点保持不变。";
    OTHER_FILE_SYSTEM = "E0806", "other-file-system", "The output folder is a mount point",
        "The new site is built beside the old one and exchanged with it, which needs both on one file system. \
         Give `--output` a folder below the mount point.",
        "新站点先建在旧站点旁边再整体替换，两者须在同一文件系统上。请把 `--output` 设为挂载点之下的文件夹。";
    TEMPLATE_FAILED = "E0807", "template-failed", "A template of the theme is wrong",
        "A template uses something that does not exist, or does not follow the template language. The message \
         gives file and line. The built-in theme has no such fault.",
        "模板使用了不存在的变量，或不符合模板语法。提示中给出了文件和行号。内置主题没有此问题。";
    SAME_ADDRESS = "E0808", "same-address", "Two pages of one address",
        "Two pages, or two names that differ only in case, would be written to the same file. Rename one of the \
         sources.",
        "两个页面（或仅大小写不同的名称）会写入同一个文件。请给其中一个源文件改名。";
    MANIFEST_DIFFERS = "E0809", "manifest-differs", "A published file is not the one of the manifest",
        "The file's hash differs from that in `manifest-sha256.txt`, or the manifest does not list it. It was \
         changed after the build, or damaged. Build again from the sources.",
        "文件的哈希值与 `manifest-sha256.txt` 不一致，或清单中没有该文件：建站后被改动或已损坏。请从源文件重新建站。";
    NOT_REPRODUCED = "E0810", "not-reproduced", "A published figure is not in its source",
        "Read again from the source text that is shipped with the site, the figure comes out differently. Either \
         the data or the source was changed after the build.",
        "从随站发布的源文本重新读取，得到的数字与公布的不同：数据或源文本在建站后被改动。";
    FILE_MISSING = "E0811", "file-missing", "A file of the manifest is missing",
        "`manifest-sha256.txt` lists a file that the site does not have. It was deleted after the build, or the \
         copy is not complete. Copy or build again.",
        "`manifest-sha256.txt` 中列出的文件不存在：建站后被删除，或复制不完整。请重新复制或建站。";
    INDEX_UNUSABLE = "E0812", "index-unusable", "The search index cannot be used",
        "The index is damaged, or was made by another version of the program. Pages and data are not touched by \
         this. Build again.",
        "检索索引已损坏，或由其他版本的程序生成。页面和数据不受影响。请重新建站。";
}
