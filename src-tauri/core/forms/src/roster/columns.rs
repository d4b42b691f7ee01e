//! The names under which clerks' tables keep the same columns, and the row that holds them.

use super::grid::GridRow;

/// What a column of a roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RosterColumn {
    /// 序号
    Serial,
    /// 单位
    Unit,
    /// 职务
    Post,
    /// 单位及职务 in one cell
    UnitAndPost,
    /// 姓名
    Name,
    /// 性别
    Gender,
    /// 民族
    Ethnicity,
    /// 出生年月
    Birth,
    /// 籍贯
    NativePlace,
    /// 参加工作时间
    WorkSince,
    /// 入党时间
    PartySince,
    /// 学历学位
    Education,
    /// 职级
    Rank,
    /// 任现职时间
    Since,
    /// 任职文号
    Order,
    /// 试用期, 试用期满
    Probation,
    /// 身份证号
    IdentityNumber,
    /// 备注
    Note,
}

/// Names without blanks and brackets. The first that is equal wins; else the first that the title contains, so the
/// longer and more exact ones stand first.
const NAMES: [(RosterColumn, &[&str]); 18] = [
    (RosterColumn::Serial, &["序号", "编号", "顺序号"]),
    (
        RosterColumn::UnitAndPost,
        &["工作单位及职务", "单位及职务", "单位职务", "现工作单位及职务全称", "现任职务全称", "单位及现任职务"],
    ),
    (
        RosterColumn::Since,
        &[
            "任现职时间",
            "任现职务时间",
            "现职时间",
            "任现职年月",
            "任职时间",
            "任职年月",
            "任职日期",
            "任职起始时间",
            "任职开始时间",
        ],
    ),
    (RosterColumn::Order, &["任职文号", "任职文件", "任免文号", "任职文件号", "发文字号", "文号"]),
    (RosterColumn::Probation, &["试用期满时间", "试用期至", "试用期"]),
    (RosterColumn::IdentityNumber, &["身份证号", "身份证号码", "公民身份号码", "身份证"]),
    (RosterColumn::Rank, &["现职级", "职级", "职务职级层次", "级别"]),
    (RosterColumn::Birth, &["出生年月", "出生日期", "出生时间", "出生"]),
    (RosterColumn::WorkSince, &["参加工作时间", "工作时间", "参工时间"]),
    (RosterColumn::PartySince, &["入党时间", "入党年月"]),
    (RosterColumn::NativePlace, &["籍贯"]),
    (RosterColumn::Education, &["学历学位", "文化程度", "最高学历", "学历", "学位"]),
    (RosterColumn::Gender, &["性别"]),
    (RosterColumn::Ethnicity, &["民族"]),
    (RosterColumn::Name, &["姓名", "名字", "人员姓名", "干部姓名"]),
    (
        RosterColumn::Unit,
        &[
            "单位",
            "单位名称",
            "工作单位",
            "任职单位",
            "所在单位",
            "任职机构名称",
            "任职机构",
            "机构名称",
            "部门",
            "部门名称",
        ],
    ),
    (RosterColumn::Post, &["职务", "现任职务", "职务名称", "现职务", "任职职务", "担任职务", "岗位", "职位"]),
    (RosterColumn::Note, &["备注", "说明"]),
];

impl RosterColumn {
    /// The column that a title names.
    pub fn of_title(title: &str) -> Option<Self> {
        let plain: String = title.chars().filter(|c| !c.is_whitespace() && !"（）()*:：".contains(*c)).collect();
        if plain.is_empty() {
            return None;
        }
        let equal = NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()));
        // A title that merely mentions a unit or a post (现职务层次) is no such column: those must be equal.
        let holds = |(column, names): &&(RosterColumn, &[&str])| {
            !matches!(column, Self::Unit | Self::Post | Self::Serial | Self::Rank)
                && names.iter().any(|name| plain.contains(name))
        };
        equal.or_else(|| NAMES.iter().find(holds)).map(|(column, _)| *column)
    }
}

/// Header rows stand near the top.
const LOOKED_AT: usize = 40;

/// Where the header row stands among the rows, how many rows it takes, and the titles under each column.
pub(super) fn header_of(rows: &[GridRow]) -> Option<(usize, usize, Vec<String>)> {
    let known = |row: &GridRow| {
        row.cells
            .iter()
            .filter_map(|cell| RosterColumn::of_title(&cell.text))
            .collect::<std::collections::BTreeSet<_>>()
    };
    let names_columns = |row: &GridRow| {
        let known = known(row);
        known.contains(&RosterColumn::Name)
            && (known.contains(&RosterColumn::Post) || known.contains(&RosterColumn::UnitAndPost))
    };
    let at = rows.iter().take(LOOKED_AT).position(names_columns)?;
    let mut titles: Vec<String> = rows[at].cells.iter().map(|cell| squeezed(&cell.text)).collect();
    // A header of two rows: 姓名 runs over both, 学历学位 stands above 全日制 and 在职.
    let second = rows.get(at + 1).filter(|row| {
        row.cells.iter().any(|cell| cell.filled && RosterColumn::of_title(&cell.text) == Some(RosterColumn::Name))
    });
    if let Some(row) = second {
        titles.resize(titles.len().max(row.cells.len()), String::new());
        for (title, cell) in titles.iter_mut().zip(&row.cells) {
            let below = squeezed(&cell.text);
            if *title != below {
                title.push_str(&below);
            }
        }
    }
    Some((at, if second.is_some() { 2 } else { 1 }, titles))
}

/// How many rows the titles take that begin at this row, and the titles: a second row belongs to them where a title
/// of the first runs down over it.
pub(super) fn titles_at(rows: &[GridRow], at: usize) -> (usize, Vec<String>) {
    let Some(first) = rows.get(at) else { return (0, Vec::new()) };
    let mut titles: Vec<String> = first.cells.iter().map(|cell| squeezed(&cell.text)).collect();
    let below = rows.get(at + 1).filter(|row| {
        row.cells.iter().zip(&first.cells).any(|(cell, above)| cell.filled && !above.filled && cell.text == above.text)
    });
    let Some(row) = below else { return (1, titles) };
    titles.resize(titles.len().max(row.cells.len()), String::new());
    for (title, cell) in titles.iter_mut().zip(&row.cells) {
        let text = squeezed(&cell.text);
        if *title != text {
            title.push_str(&text);
        }
    }
    (2, titles)
}

/// A title without the blanks and line ends that lay it out (姓　名).
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_by_the_names_in_use() {
        use RosterColumn as C;
        for (title, column) in [
            ("姓　名", Some(C::Name)),
            ("单 位", Some(C::Unit)),
            ("现任职务", Some(C::Post)),
            ("工作单位及职务", Some(C::UnitAndPost)),
            ("任现职\n时间", Some(C::Since)),
            ("任职时间（年月）", Some(C::Since)),
            ("任现职务层次时间", None),
            ("任现职级时间", None),
            ("现职务层次", None),
            ("出生年月（岁）", Some(C::Birth)),
            ("全日制学历", Some(C::Education)),
            ("任职文号", Some(C::Order)),
            ("联系电话", None),
            ("", None),
        ] {
            assert_eq!(C::of_title(title), column, "{title}");
        }
    }
}
