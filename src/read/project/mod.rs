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
    reading.projects = projects(&forms, group::groups(&forms, &layers, &units));
    reading.forms = forms;
}

/// Every name of the unit, folded for matching.
fn unit_names(reading: &Reading, document: Document<'_>) -> BTreeSet<String> {
    let names = document.unit_names.iter().chain([&reading.unit_name]);
    names.map(|name| matching(name)).filter(|name| !name.is_empty()).collect()
}

/// The groups as projects, in order of first appearance.
fn projects(forms: &[Form], mut groups: Vec<Vec<usize>>) -> Vec<Project> {
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    let mut slugs = Slugs::default();
    let project = |(ordinal, group): (u32, Vec<usize>)| {
        let name = name::best(group.iter().filter_map(|index| forms.get(*index)));
        let is_unit = group.iter().filter_map(|index| forms.get(*index)).any(|form| form.kind.is_of_unit());
        Project { slug: slugs.give(&name), ordinal, name, is_unit, forms: group }
    };
    (1..).zip(groups).map(project).collect()
}
