//! Which forms of a layer belong to which groups: by name, namesakes by their amounts, then by their order.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::{self, Evidence};
use super::name;
use crate::model::{DamageKind, Form};
use crate::text::name_key;

/// Namesakes compared with each other; more than a document ever has.
const MOST_NAMESAKES: usize = 32;

/// Characters that a name with its end cut off must still have.
const LEAST_CLIPPED: usize = 4;

/// The forms and groups of one name: indices, ascending.
#[derive(Clone, Debug, Default)]
struct Class {
    forms: Vec<usize>,
    groups: Vec<usize>,
}

/// A layer of forms on its way into the groups.
pub(super) struct Pairing<'a> {
    forms: &'a [Form],
    groups: &'a [Vec<usize>],
    layer: &'a [usize],
    units: &'a BTreeSet<String>,
    /// Folded names of all forms.
    names: Vec<String>,
    /// Form to group.
    pairs: BTreeMap<usize, usize>,
    taken: BTreeSet<usize>,
}

impl<'a> Pairing<'a> {
    pub fn new(
        forms: &'a [Form],
        groups: &'a [Vec<usize>],
        layer: &'a [usize],
        units: &'a BTreeSet<String>,
    ) -> Self {
        let names = forms.iter().map(|form| name_key(&form.name)).collect();
        Self { forms, groups, layer, units, names, pairs: BTreeMap::new(), taken: BTreeSet::new() }
    }

    /// The group of each form that certainly belongs to one.
    pub fn pairs(mut self) -> BTreeMap<usize, usize> {
        let same = self.classes(|name| name);
        same.into_values().for_each(|class| self.join_same(class));
        let units = self.units;
        let alike = self.classes(|name| name::core(name, units));
        alike.into_values().for_each(|class| self.join_alike(&class));
        self.join_clipped();
        self.pairs
    }

    /// Forms and groups by what `key` makes of their names; nameless ones are in none.
    fn classes(&self, key: impl Fn(&str) -> &str) -> BTreeMap<String, Class> {
        let mut classes: BTreeMap<String, Class> = BTreeMap::new();
        let name = |form: &usize| self.names.get(*form).map(|name| key(name)).filter(|key| !key.is_empty());
        for form in self.layer {
            let Some(key) = name(form) else { continue };
            classes.entry(key.to_owned()).or_default().forms.push(*form);
        }
        for (group, members) in self.groups.iter().enumerate() {
            let keys: BTreeSet<&str> = members.iter().filter_map(name).collect();
            for key in keys {
                if let Some(class) = classes.get_mut(key) {
                    class.groups.push(group);
                }
            }
        }
        classes
    }

    fn join(&mut self, form: usize, group: usize) {
        if !self.pairs.contains_key(&form) && self.taken.insert(group) {
            self.pairs.insert(form, group);
        }
    }

    /// What is left of a class.
    fn open(&self, class: &Class) -> Class {
        Class {
            forms: class.forms.iter().filter(|form| !self.pairs.contains_key(form)).copied().collect(),
            groups: class.groups.iter().filter(|group| !self.taken.contains(group)).copied().collect(),
        }
    }

    /// One name on each side is one project; namesakes are told apart by their amounts, else by their order where
    /// there are as many on each side.
    fn join_same(&mut self, class: Class) {
        if let ([form], [group]) = (class.forms.as_slice(), class.groups.as_slice()) {
            return self.join(*form, *group);
        }
        if class.forms.len().max(class.groups.len()) > MOST_NAMESAKES {
            return;
        }
        let mut open = class;
        while let Some((form, group)) = self.only_agreeing(&open) {
            self.join(form, group);
            open = self.open(&open);
        }
        let in_order: Vec<(usize, usize)> =
            open.forms.iter().copied().zip(open.groups.iter().copied()).collect();
        let none_differs =
            in_order.iter().all(|(form, group)| self.evidence(*form, *group) != Evidence::Differs);
        if open.forms.len() == open.groups.len() && none_differs {
            in_order.into_iter().for_each(|(form, group)| self.join(form, group));
        }
    }

    /// A form and a group whose amounts agree with each other and with nothing else of the class.
    fn only_agreeing(&self, class: &Class) -> Option<(usize, usize)> {
        let agree = |form: usize, group: usize| self.evidence(form, group) == Evidence::Agrees;
        class.forms.iter().find_map(|form| {
            let group = only(class.groups.iter().filter(|group| agree(*form, **group)))?;
            only(class.forms.iter().filter(|form| agree(**form, *group)))?;
            Some((*form, *group))
        })
    }

    /// Names that differ in a word for money or a place are one project's if nothing else is called so: the word is
    /// missing on one side, or the amounts agree.
    fn join_alike(&mut self, class: &Class) {
        let open = self.open(class);
        let (Some(form), Some(group)) = (only(open.forms.iter()), only(open.groups.iter())) else { return };
        let alone = class.forms.len() == 1 && class.groups.len() == 1;
        match self.evidence(*form, *group) {
            Evidence::Agrees => self.join(*form, *group),
            Evidence::Silent if alone && self.is_one_the_core(*form, *group) => self.join(*form, *group),
            Evidence::Silent | Evidence::Differs => {}
        }
    }

    /// Whether one of the two has nothing but the core as its name.
    fn is_one_the_core(&self, form: usize, group: usize) -> bool {
        let members = self.groups.get(group).into_iter().flatten();
        members
            .chain([&form])
            .filter_map(|form| self.names.get(*form))
            .any(|name| name::core(name, self.units) == name)
    }

    /// A name that is the beginning of another is the same with its end cut off: where the amounts agree with no other
    /// such name's, or where it is said to be cut off and begins no other name.
    fn join_clipped(&mut self) {
        let candidates = self.clipped();
        let agreeing: BTreeSet<(usize, usize)> = candidates
            .iter()
            .filter(|(form, group)| self.evidence(*form, *group) == Evidence::Agrees)
            .copied()
            .collect();
        for (form, group) in singles(&agreeing) {
            self.join(form, group);
        }
        for (form, group) in singles(&candidates) {
            if self.evidence(form, group) == Evidence::Silent && self.is_said_clipped(form, group) {
                self.join(form, group);
            }
        }
    }

    /// Open forms and groups of which one's name is the beginning of the other's.
    fn clipped(&self) -> BTreeSet<(usize, usize)> {
        let all = Class { forms: self.layer.to_vec(), groups: (0..self.groups.len()).collect() };
        let open = self.open(&all);
        let forms: Vec<(&str, usize)> =
            open.forms.iter().filter_map(|form| Some((self.names.get(*form)?.as_str(), *form))).collect();
        let groups: Vec<(&str, usize)> = open.groups.iter().flat_map(|group| self.names_of(*group)).collect();
        let cut_groups = beginnings(&groups, &forms).into_iter().map(|(group, form)| (form, group));
        beginnings(&forms, &groups).into_iter().chain(cut_groups).collect()
    }

    fn names_of(&self, group: usize) -> Vec<(&str, usize)> {
        let members = self.groups.get(group).into_iter().flatten();
        let names: BTreeSet<&str> =
            members.filter_map(|form| self.names.get(*form)).map(String::as_str).collect();
        names.into_iter().map(|name| (name, group)).collect()
    }

    /// Whether the form or one of the group is known to have lost the end of its name.
    fn is_said_clipped(&self, form: usize, group: usize) -> bool {
        let members = self.groups.get(group).into_iter().flatten();
        members.chain([&form]).filter_map(|form| self.forms.get(*form)).any(|form| {
            form.damage.iter().any(|damage| damage.kind == DamageKind::Clipped && damage.field == "name")
        })
    }

    /// What the amounts of a form and of the members of a group say together.
    fn evidence(&self, form: usize, group: usize) -> Evidence {
        let Some(form) = self.forms.get(form) else { return Evidence::Silent };
        let members =
            self.groups.get(group).into_iter().flatten().filter_map(|member| self.forms.get(*member));
        let said: Vec<Evidence> = members.map(|member| evidence::between(form, member)).collect();
        match (said.contains(&Evidence::Agrees), said.contains(&Evidence::Differs)) {
            (true, false) => Evidence::Agrees,
            (false, true) => Evidence::Differs,
            _ => Evidence::Silent,
        }
    }
}

/// The one thing there is.
fn only<T>(mut things: impl Iterator<Item = T>) -> Option<T> {
    let first = things.next()?;
    things.next().is_none().then_some(first)
}

/// The pairs neither half of which is in another pair.
fn singles(pairs: &BTreeSet<(usize, usize)>) -> Vec<(usize, usize)> {
    let (mut forms, mut groups) = (BTreeMap::new(), BTreeMap::new());
    for (form, group) in pairs {
        *forms.entry(form).or_insert(0) += 1;
        *groups.entry(group).or_insert(0) += 1;
    }
    let is_single =
        |(form, group): &&(usize, usize)| forms.get(form) == Some(&1) && groups.get(group) == Some(&1);
    pairs.iter().filter(is_single).copied().collect()
}

/// Each of `short` with those of `long` that it begins; one that begins too many has none.
fn beginnings(short: &[(&str, usize)], long: &[(&str, usize)]) -> Vec<(usize, usize)> {
    let sorted: BTreeSet<(&str, usize)> = long.iter().copied().collect();
    let begun = |(name, index): &(&str, usize)| -> Vec<(usize, usize)> {
        let from = sorted.range((*name, 0)..).take_while(|(other, _)| other.starts_with(name));
        let longer = from.filter(|(other, _)| other.len() > name.len()).take(MOST_NAMESAKES + 1);
        let pairs: Vec<(usize, usize)> = longer.map(|(_, other)| (*index, *other)).collect();
        if pairs.len() > MOST_NAMESAKES { Vec::new() } else { pairs }
    };
    short.iter().filter(|(name, _)| name.chars().count() >= LEAST_CLIPPED).flat_map(begun).collect()
}
