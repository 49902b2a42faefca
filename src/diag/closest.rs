//! "Did you mean …?"

/// The candidate that a misspelt word was probably meant to be: at most one letter in three differs, case
/// aside. Of equals the first.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 4 * allowed)
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let keys = ["name", "short_name", "region", "level"];
        for (word, meant) in [
            ("nmae", Some("name")),
            ("Name", Some("name")),
            ("shortname", Some("short_name")),
            ("regions", Some("region")),
            ("lvl", None),
            ("address", None),
            ("", None),
        ] {
            assert_eq!(closest(word, keys), meant, "{word}");
        }
    }
}
