//! Changes to a document, as other places, years and conversions have them; each keeps the expected figures in step.

pub mod amounts;
pub mod columns;
pub mod headers;
pub mod lines;
pub mod rows;
pub mod wording;

use super::document::Document;
use super::random::Random;

/// Changes the document; `false` if it does not apply to it.
pub type Change = fn(&mut Document, &mut Random) -> bool;

/// All changes. Those of columns come before those of rows and lines, which come before those of bytes.
pub const CHANGES: &[(&str, Change)] = &[
    ("renamed", wording::rename),
    ("aliases", wording::use_aliases),
    ("spaced headers", wording::space_headers),
    ("columns exchanged in a banner", columns::exchange_siblings),
    ("whole columns exchanged", columns::exchange_whole),
    ("code and name exchanged", columns::exchange_code_and_name),
    ("sides exchanged", columns::exchange_sides),
    ("codes split over cells", columns::split_codes),
    ("code and name in one cell", columns::join_code_and_name),
    ("merged headers repeated", headers::repeat_merged),
    ("headers repeated below", headers::repeat_below),
    ("no numbering row", headers::drop_numbering),
    ("serial numbers", headers::serial_numbers),
    ("remarks", headers::remarks),
    ("other amounts", amounts::randomise),
    ("whole amounts", amounts::make_whole),
    ("negative amounts", amounts::negate),
    ("in yuan with commas", amounts::to_yuan),
    ("full-width digits", amounts::widen_digits),
    ("item row inserted", rows::insert_item),
    ("row lost", rows::lose_row),
    ("ends of rows trimmed", rows::trim_ends),
    ("bold cells", rows::embolden),
    ("dressed titles", headers::dress_titles),
    ("title with denomination", headers::title_with_unit),
    ("all tables in one block", headers::one_block),
    ("title rows in the grid", lines::title_rows),
    ("notes in the grid", lines::notes_in_grid),
    ("blank line after each row", rows::double_space),
    ("page breaks", lines::page_breaks),
    ("header repeated on each page", lines::repeat_headers),
    ("page headers", lines::page_headers),
    ("title repeated on each page", lines::repeat_titles),
    ("watermarks", lines::watermarks),
    ("unknown table between", lines::unknown_table),
    ("tables in another order", lines::reorder),
    ("lines in front", lines::lines_in_front),
    ("cut off", lines::cut_off),
    ("GB18030", lines::gb18030),
    ("UTF-16", lines::utf16),
    ("byte order mark and CRLF", lines::marked_crlf),
];
