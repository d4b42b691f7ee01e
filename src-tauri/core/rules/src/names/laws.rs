//! What holds for any two names, however odd: laws of keys and of nearness as properties.

use proptest::prelude::*;

use super::{Characters, OrganisationKey, Places, names_similar, person_key, title_key, titles_similar};

/// Names of the characters that rules look for, in any order, and of anything else.
fn names() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "县",
        "市",
        "区",
        "镇",
        "乡",
        "街道",
        "青云县",
        "江州市",
        "中共",
        "中国共产党",
        "政协",
        "共青团",
        "团",
        "委",
        "委员会",
        "党委",
        "人民政府",
        "政府办",
        "人大常委会",
        "局",
        "公路",
        "建设",
        "养护",
        "和",
        "中心",
        "第一",
        "（",
        "）",
        " ",
        "　",
        "·",
        "自治",
        "办公室",
        "副",
        "𠮷",
        "a",
        "\u{FEFF}",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn nearness_goes_both_ways_and_never_means_the_same(one in names(), other in names()) {
        prop_assert_eq!(names_similar(&one, &other), names_similar(&other, &one));
        prop_assert_eq!(titles_similar(&one, &other), titles_similar(&other, &one));
        prop_assert!(!names_similar(&one, &one) && !titles_similar(&one, &one));
        if names_similar(&one, &other) {
            prop_assert!(
                Characters::of(&one).near(Characters::of(&other)),
                "{} and {} are near, so they must be compared", one, other
            );
        }
    }

    #[test]
    fn layout_makes_no_other_name(name in names(), place in prop::sample::select(vec!["", "青云县", "江州市青云县"])) {
        let places = Places::of(place, []);
        let spaced: String = name.chars().flat_map(|c| [c, ' ']).collect();
        prop_assert_eq!(OrganisationKey::of(&name, &places), OrganisationKey::of(&spaced, &places));
        prop_assert_eq!(person_key(&name), person_key(&spaced));
        prop_assert_eq!(title_key(&name), title_key(&spaced));
    }

    #[test]
    fn any_text_at_all_has_its_keys(name in any::<String>(), place in any::<String>(), issuer in any::<String>()) {
        let places = Places::of(&place, [issuer.as_str(), name.as_str()]);
        let key = OrganisationKey::of(&name, &places);
        for (end, _) in key.as_str().char_indices() {
            prop_assert!(key.as_str().starts_with(key.front(end).as_str()));
        }
        let _ = (crate::is_headship(&name), crate::is_rank(&name), crate::title_seniority(&name));
    }
}
