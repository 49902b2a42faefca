//! Projects: the places in which one document speaks of each, joined.

mod evidence;
mod group;
mod line;
mod name;
mod pair;
mod slug;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Document;
use crate::model::{Form, Project, Reading};
use crate::text::matching;

use group::Layer;
use slug::Slugs;

/// Adds the rows of project tables to the forms, and joins the forms to projects.
pub(super) fn join(reading: &mut Reading, document: Document<'_>) {
    let units = unit_names(reading, document);
    let lines = line::forms(&reading.tables, &units, document.stage);
    let read = std::mem::take(&mut reading.forms);
    let mut layered: Vec<(Layer, Form)> =
        read.into_iter().map(|form| (Layer { kind: form.kind, table: 0 }, form)).collect();
    layered.extend(lines);
    layered.sort_by_key(|(_, form)| form.lines.first);
    let (layers, forms): (Vec<Layer>, Vec<Form>) = layered.into_iter().unzip();
    let groups = group::groups(&forms, &layers, &units);
    let unit_names: Vec<&String> = document.unit_names.iter().chain([&reading.unit_name]).collect();
    reading.projects = projects(&forms, groups, &unit_names);
    reading.forms = forms;
}

/// Every name of the unit, folded for matching.
fn unit_names(reading: &Reading, document: Document<'_>) -> BTreeSet<String> {
    let names = document.unit_names.iter().chain([&reading.unit_name]);
    names.map(|name| matching(name)).filter(|name| !name.is_empty()).collect()
}

/// The groups as projects, in order of first appearance.
fn projects(forms: &[Form], mut groups: Vec<Vec<usize>>, unit_names: &[&String]) -> Vec<Project> {
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    let mut slugs = Slugs::default();
    let project = |(ordinal, group): (u32, Vec<usize>)| {
        let members = || group.iter().filter_map(|index| forms.get(*index));
        let is_unit = members().any(|form| form.kind.is_of_unit());
        let name = name::best(members());
        let name = if is_unit { name::of_unit(name, unit_names) } else { name };
        Project { slug: slugs.give(&name), ordinal, name, is_unit, forms: group }
    };
    (1..).zip(groups).map(project).collect()
}
