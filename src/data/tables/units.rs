//! `units.csv`.

use std::io;

use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{Scope, Unit, UnitId};

published_table! {
    /// A publishing body.
    UnitRow = "units" ("单位", "公开预决算的单位，每个单位一行。", "The publishing bodies, one row each."),
    key [unit], references [],
    unit: Text ("单位编号", "单位的固定编号，也是网址的一部分。", "Permanent id of the unit, part of its URL."),
    name: Text ("单位名称", "单位全称。", "Full name."),
    short_name: Text ("简称", "用于列表的简称；没有简称时为全称。", "A shorter name for lists; the full name where there is none."),
    region: Text ("行政区划代码", "GB/T 2260 行政区划代码。", "Division code of GB/T 2260."),
    region_name: Text ("行政区划", "行政区划名称，从大到小。", "Name of the division, from the largest to the smallest."),
    level: Text ("行政层级", "行政层级（county 等）。", "Administrative level (county …)."),
    department_code: Text ("部门代码", "预算部门代码。", "Budget department code."),
    parent: Text ("上级单位编号", "所属单位的编号。", "Id of the unit it belongs to."),
    scope: Text ("范围", "公开材料涵盖的范围：department（部门，含所属单位）或 unit（本单位）。", "What its disclosures cover: department (with its sub-units) or unit (the body alone)."),
}

/// Writes a row for each unit.
pub(in crate::data) fn write(units: &[&Unit], out: &mut Rows) -> io::Result<()> {
    units.iter().try_for_each(|unit| out.push(&row(unit)))
}

fn row(unit: &Unit) -> UnitRow<'_> {
    UnitRow {
        unit: unit.id.as_str().into(),
        name: unit.name.as_str().into(),
        short_name: unit.short_name.as_str().into(),
        region: unit.region.as_str().into(),
        region_name: unit.region_name.as_str().into(),
        level: unit.level.as_str().into(),
        department_code: unit.department_code.as_str().into(),
        parent: unit.parent.as_ref().map_or("", UnitId::as_str).into(),
        scope: unit.scope.map_or("", Scope::name).into(),
    }
}
