//! W04xx: reading tables and their surroundings.

codes! {
    UNKNOWN_COLUMN = "W0401", "unknown-column", "A column heading that is not recognised",
        "The table is known, but one of its headings is none of those in the registry. The column is kept as \
         printed, without a role, so it takes no part in checks. A new heading can be added under \
         `content/registry/`.",
        "表格可以识别，但某个栏目名称不在登记表中。该栏按原文保留，不参与核对。可在 `content/registry/` 中补充。";
    ROW_MISFIT = "W0402", "row-misfit", "A row that does not fit its header",
        "The row has more or fewer cells than the header has columns. It is kept as printed; cells that could not \
         be placed with certainty are not used in checks.",
        "该行的单元格数与表头栏数不符。按原文保留，位置不能确定的单元格不参与核对。";
    BAD_AMOUNT = "W0403", "bad-amount", "An amount that is no number",
        "The cell stands where an amount is expected but cannot be read as one. It is shown as printed, with the \
         state `unreadable` and without a value; it never counts as zero.",
        "该单元格应为金额，但无法读作数字。按原文显示，状态为 `unreadable`，不取数值，也绝不按零处理。";
    MISSING_COLUMN = "W0404", "missing-column", "A column the table should have",
        "Tables of this kind have a column that is not found here. The others are read; checks that need the \
         missing one are not assessable.",
        "此类表格应有的一栏没有找到。其余各栏照常读取，需要该栏的核对项目无法进行。";
    NO_DENOMINATION = "W0405", "no-denomination", "A table that does not say yuan or ten thousand yuan",
        "Neither the table nor its surroundings state the denomination, so amounts cannot be put into yuan. They \
         are shown as printed, without values.",
        "表格及其前后都没有写明金额单位（元或万元），无法折算为元。金额按原文显示，不取数值。";
    GENERIC_GRID = "N0406", "generic-grid", "A table that is not known is kept as a grid",
        "The title is none of those in the registry. The table is shown and can be searched and downloaded whole, \
         under the id `other-<n>`; it takes no part in checks. It can be added under `content/registry/`.",
        "表名不在登记表中。该表以 `other-<n>` 为编号完整保留，可查看、检索和下载，但不参与核对；可在 `content/registry/` 中补充。";
    SHIFTED_HEADER = "W0407", "shifted-header", "A header that the conversion has shifted",
        "The headings stand over other columns than their figures. As the order of this template is known, the \
         columns were put back; the table says so.",
        "表头因转换错位，与数字不在同一栏。由于该表样式的栏目次序已知，已按样式还原，并在表中注明。";
    RAW_BLOCK = "W0408", "raw-block", "A passage that is kept as it stands",
        "The lines look like a table or a form but could not be read as one. They are shown as printed; nothing \
         was taken from them and nothing is lost.",
        "这些行像是表格或表单，但未能解析。按原文显示，没有从中取数，也没有丢失内容。";
    PERIOD_DIFFERS = "W0409", "period-differs", "Year or stage differ from the file name",
        "The title in the text gives another year or stage than the file name. The file name wins. Check which of \
         the two is right.",
        "文中标题的年度或预决算类别与文件名不一致，以文件名为准。请核实哪一个正确。";
    SECOND_TABLE = "W0410", "second-table", "A second table of one kind",
        "The disclosure has two tables of the same kind. Both are kept, the second as `<table>-2`; checks use the \
         first.",
        "同一文件中有两张同类表格。两张都保留，第二张编号为 `<表>-2`；核对采用第一张。";
    NO_TABLES = "W0411", "no-tables", "No table was found",
        "Not one table could be read in the text, so the disclosure has no figures. Usually the conversion lost \
         the tables, or they were published in a separate file.",
        "文本中没有读出任何表格，因此没有数据。通常是转换时丢失了表格，或表格另行公开。";
    LOST_ROWS = "W0412", "lost-rows", "Rows of a form that the conversion lost",
        "Weights and scores of the indicators do not add up to the points of the whole form, and both lack a \
         possible amount: rows were lost when the document was converted, most often at a page break. What is there \
         is shown and marked as incomplete; sums over the form are not assessable. Convert the original again, or \
         compare it with the page.",
        "指标的权重与得分合计都不足整表应有的分数，说明转换时丢失了若干行，多在换页处。现有内容照常显示并注明不完整，\
         涉及整表合计的核对无法进行。可重新转换原件，或对照原文补齐。";
    UNREAD_FORM = "W0413", "unread-form", "A performance form that could not be read",
        "The lines are those of a performance form, but of no known layout, or what a form needs is not there (a \
         project's name). They are shown as a grid and can be searched; no project was made of them. A new layout \
         can be reported.",
        "这些行属于绩效表，但样式未知，或缺少必要内容（如项目名称），未能解析。按表格原样显示并可检索，没有据此生成项目。\
         可报告新的样式。";
    DAMAGED_FORM = "N0414", "damaged-form", "A form with cells that the conversion damaged",
        "Cells of the form are shifted, merged, split, cut or lost. What is certain was taken and is marked; what is \
         not certain was left blank, with what is printed there beside it.",
        "表中有单元格因转换而错位、合并、拆分、截断或丢失。能确定的已取值并注明，不能确定的留空，并附原文。";
}
