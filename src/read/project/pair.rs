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

    /// A name that is the beginning of one other, and of no more, is the same with its end cut off, if that is said
    /// or the amounts agree.
    fn join_clipped(&mut self) {
        let all = Class { forms: self.layer.to_vec(), groups: (0..self.groups.len()).collect() };
        let open = self.open(&all);
        let forms: Vec<(&str, usize)> =
            open.forms.iter().filter_map(|form| Some((self.names.get(*form)?.as_str(), *form))).collect();
        let groups: Vec<(&str, usize)> = open.groups.iter().flat_map(|group| self.names_of(*group)).collect();
        let cut_forms = beginnings(&forms, &groups);
        let cut_groups = beginnings(&groups, &forms).into_iter().map(|(group, form)| (form, group));
        let candidates: BTreeSet<(usize, usize)> = cut_forms.into_iter().chain(cut_groups).collect();
        let certain: Vec<(usize, usize)> = candidates
            .iter()
            .filter(|(form, group)| {
                only(candidates.iter().filter(|other| other.0 == *form || other.1 == *group)).is_some()
            })
            .filter(|(form, group)| self.is_certain(*form, *group))
            .copied()
            .collect();
        certain.into_iter().for_each(|(form, group)| self.join(form, group));
    }

    fn names_of(&self, group: usize) -> Vec<(&str, usize)> {
        let members = self.groups.get(group).into_iter().flatten();
        let names: BTreeSet<&str> =
            members.filter_map(|form| self.names.get(*form)).map(String::as_str).collect();
        names.into_iter().map(|name| (name, group)).collect()
    }

    fn is_certain(&self, form: usize, group: usize) -> bool {
        let members = self.groups.get(group).into_iter().flatten();
        let clipped = |form: &Form| {
            form.damage.iter().any(|damage| damage.kind == DamageKind::Clipped && damage.field == "name")
        };
        match self.evidence(form, group) {
            Evidence::Agrees => true,
            Evidence::Silent => members.chain([&form]).filter_map(|form| self.forms.get(*form)).any(clipped),
            Evidence::Differs => false,
        }
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

/// For each of `short` that begins one of `long` and no other, both.
fn beginnings(short: &[(&str, usize)], long: &[(&str, usize)]) -> Vec<(usize, usize)> {
    let sorted: BTreeSet<(&str, usize)> = long.iter().copied().collect();
    let begun = |(name, index): &(&str, usize)| {
        let from = sorted.range((*name, 0)..);
        let longer = from
            .take_while(|(other, _)| other.starts_with(name))
            .filter(|(other, _)| other.len() > name.len());
        Some((*index, only(longer)?.1))
    };
    short.iter().filter(|(name, _)| name.chars().count() >= LEAST_CLIPPED).filter_map(begun).collect()
}
