//! A record as the index holds it.

use tantivy::TantivyDocument;

use crate::filters::{kind_facet, region_facet, significant, stage_facet, unit_facet, year_facet};
use crate::record::{Kept, Kind, Record, Region};
use crate::schema::{Fields, about, name_hash};
use crate::synonyms::Synonyms;
use crate::{Error, amount, fold, near, sounds};

/// Puts a record into the fields of the index.
pub(crate) fn document(
    fields: &Fields,
    record: Record,
    synonyms: &Synonyms,
) -> Result<TantivyDocument, Error> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.title, &record.title);
    document.add_text(fields.about, about(&record));
    document.add_text(fields.body, &record.body);
    for facet in facets(&record) {
        document.add_text(fields.facet, facet);
    }
    for name in record.names().filter(|_| record.kind != Kind::Indicator) {
        document.add_u64(fields.name, name_hash(&fold(name)));
    }
    if let Some(fen) = record.value.as_deref().and_then(amount::fen_floor) {
        document.add_i64(fields.fen, fen);
    }
    let sounds = sounds_of(&record, synonyms);
    for token in sounds.iter().flat_map(|sounds| sounds::tokens(sounds)) {
        document.add_text(fields.sound, token);
    }
    let kept = serde_json::to_string(&Kept { record, sounds }).map_err(Error::Record)?;
    document.add_text(fields.record, kept);
    Ok(document)
}

/// The sounds of a record's name and of the words that stand for a part of it; only names are looked for by ear.
fn sounds_of(record: &Record, synonyms: &Synonyms) -> Vec<String> {
    if !near::KINDS.contains(&record.kind) {
        return Vec::new();
    }
    let name = fold(&record.title);
    let meant = synonyms.of_part(&name);
    let mut sounds: Vec<String> = Vec::new();
    for sound in std::iter::once(&name).chain(&meant).map(|name| sounds::of_name(name)) {
        if !sound.is_empty() && !sounds.contains(&sound) {
            sounds.push(sound);
        }
    }
    sounds
}

/// Everything a record can be filtered by.
fn facets(record: &Record) -> Vec<String> {
    let mut facets = vec![kind_facet(record.kind)];
    facets.extend([&record.unit, &record.unit_name].into_iter().flatten().map(|unit| unit_facet(unit)));
    facets.extend(record.year.map(year_facet));
    facets.extend(record.stage.map(stage_facet));
    facets.extend(record.region.iter().flat_map(region_facets));
    facets
}

/// A region's name and the codes of the regions it lies in, itself included: two digits a level.
fn region_facets(region: &Region) -> Vec<String> {
    let code = significant(&region.code);
    let levels = (1..=code.chars().count().div_ceil(2)).map(|level| code.chars().take(2 * level).collect());
    levels.chain([region.name.clone()]).map(|level: String| region_facet(&level)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_lie_in_regions() {
        let facets = |code: &str| region_facets(&Region { code: code.into(), name: "孝义市".into() });
        assert_eq!(facets("141181"), ["region:14", "region:1411", "region:141181", "region:孝义市"]);
        assert_eq!(facets("140000"), ["region:14", "region:孝义市"]);
        assert_eq!(facets(""), ["region:孝义市"]);
    }
}
