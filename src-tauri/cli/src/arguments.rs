//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// 任免台账：干部任免文件的登记、查询和花名册
#[derive(Debug, Parser)]
#[command(name = "renmian", version)]
pub struct Arguments {
    /// 台账文件；不写时用桌面程序上次打开的台账
    #[arg(long, global = true, value_name = "FILE")]
    pub register: Option<PathBuf>,
    /// 在标准输出上只给出一个 JSON 文档
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 新建空台账
    Init {
        /// 本台账所在地，如 青云县
        #[arg(long, default_value = "")]
        place: String,
        /// 管理本台账的单位
        #[arg(long, default_value = "")]
        keeper: String,
    },
    /// 新建示例台账（虚构的县）
    Sample {
        /// 同时把各份文件写入这个文件夹
        #[arg(long, value_name = "FOLDER")]
        papers: Option<PathBuf>,
    },
    /// 读文件，给出读出的内容；不需要台账
    Read {
        /// 文件（.docx、.doc、.pdf、.ofd、.txt 等）
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 方案等文件中设立的领导小组也读
        #[arg(long)]
        groups: bool,
    },
    /// 读文件，与台账核对后登记
    Enter {
        /// 文件（.docx、.doc、.pdf、.ofd、.txt 等）
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 有提示的文件也登记
        #[arg(long)]
        accept_findings: bool,
    },
    /// 文件目录
    Orders {
        /// 年份
        #[arg(long)]
        year: Option<i32>,
        #[command(flatten)]
        times: Times,
    },
    /// 一份文件
    Order {
        /// 发文字号
        number: String,
        /// 按何时的台账
        #[arg(long, value_name = "TIME")]
        known_at: Option<String>,
    },
    /// 任职简历
    Person {
        /// 姓名，或人员编号
        name: String,
        /// 同时列出各条记录（任免事项、期初、离任）及其编号
        #[arg(long)]
        entries: bool,
        /// 同时列出台账对每段任职的记载在何时、因哪次操作而变
        #[arg(long)]
        told: bool,
        #[command(flatten)]
        times: Times,
    },
    /// 人员合并：两条记录是同一人；前一条并入后一条，原记录都保留
    Merge {
        /// 并入另一条的人员：姓名，同名时用编号
        name: String,
        /// 保留的人员：姓名，同名时用编号
        into: String,
        /// 理由
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// 只看会有哪些变化，不登记
        #[arg(long)]
        preview: bool,
    },
    /// 人员拆分：一条记录其实是两人；选定的各条记录归另一人
    Split {
        /// 人员：姓名，同名时用编号
        name: String,
        /// 归另一人的记录：记录编号（见 person --entries），或发文字号（该文件中的全部事项）
        #[arg(required = true, value_name = "ENTRY")]
        entries: Vec<String>,
        /// 归台账中的这一人：姓名，同名时用编号；不写时新增一人
        #[arg(long, value_name = "PERSON")]
        to: Option<String>,
        /// 新增人员的姓名；不写时同名
        #[arg(long, value_name = "NAME", conflicts_with = "to")]
        new_name: Option<String>,
        /// 理由
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// 只看会有哪些变化，不登记
        #[arg(long)]
        preview: bool,
    },
    /// 历任
    Post {
        /// 单位
        organisation: String,
        /// 职务
        title: String,
        #[command(flatten)]
        times: Times,
    },
    /// 单位名录：按排序，下级单位列在上级之后
    Organisations {
        /// 单位名称、拼音或职务；不写时列出全部
        #[arg(default_value = "")]
        query: String,
        #[command(flatten)]
        times: Times,
    },
    /// 花名册
    Roster {
        /// 截至日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// 按何时的台账
        #[arg(long, value_name = "TIME")]
        known_at: Option<String>,
        /// 写入文件：.xlsx、.csv 或 .json
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// 由花名册（.xlsx、.csv）导入期初
    Import {
        /// 花名册
        file: PathBuf,
        /// 花名册的截止日期；不写时取表头中的日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// 对账：把另存的花名册（.xlsx、.csv）与台账比对，列出每一处不同
    Reconcile {
        /// 花名册
        file: PathBuf,
        /// 花名册的截止日期；不写时取表头中的日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// 按何时的台账
        #[arg(long, value_name = "TIME")]
        known_at: Option<String>,
    },
    /// 更正：文件登记错了，重新读这份文件，替换原来的登记；两份都保留
    Correct {
        /// 发文字号
        number: String,
        /// 重新读的文件
        file: PathBuf,
        /// 理由
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// 撤销文件：文件已被撤销，从台账的现状中去掉；原登记保留
    Revoke {
        /// 发文字号
        number: String,
        /// 理由
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// 撤销它的文件的发文字号
        #[arg(long, value_name = "NUMBER")]
        by: Option<String>,
    },
    /// 撤回最近一步操作；撤回本身也是一步操作
    Undo {
        /// 理由
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// 机构沿革：设立、更名、划转、合并、分设、撤销
    Organisation {
        #[command(subcommand)]
        change: UnitChange,
    },
    /// 职务沿革：改称、职数调整、撤销
    PostEvent {
        #[command(subcommand)]
        change: PostEventChange,
    },
    /// 离任登记：退休、去世、任期届满等
    End {
        /// 姓名
        name: String,
        /// 原因：retired、died、term_over、probation_failed、lapsed、resigned、dismissed、removed
        #[arg(long)]
        cause: String,
        /// 只结束这一职务；不写时结束全部在任职务
        #[arg(long, num_args = 2, value_names = ["ORGANISATION", "TITLE"])]
        post: Vec<String>,
        #[command(flatten)]
        happening: Happening,
    },
    /// 自检：相互矛盾、遗漏和到期未办的各处
    Check {
        /// 截至日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// 按何时的台账
        #[arg(long, value_name = "TIME")]
        known_at: Option<String>,
    },
    /// 到期：试用期、任期、挂职将满和已满未办的
    Due {
        /// 今后多少天之内；不写时为一个季度
        #[arg(long, value_name = "DAYS")]
        within: Option<u32>,
        #[command(flatten)]
        times: Times,
    },
    /// 核验台账
    Verify {
        /// 给出校验链的末端（操作序号、时间、校验值），供抄录留存；写上以前留存的校验值时，核对它是否仍在链上
        #[arg(long, value_name = "HASH", num_args = 0..)]
        head: Option<Vec<String>>,
    },
    /// 登记过的各次操作
    Journal,
    /// 备份台账
    Backup {
        /// 备份文件
        file: PathBuf,
    },
    /// 由备份恢复台账
    Restore {
        /// 备份文件
        file: PathBuf,
    },
    /// 在本机浏览器中使用台账窗口
    Serve {
        /// 端口；0 为任意空闲端口
        #[arg(long, default_value_t = 0)]
        port: u16,
    },
}

/// An event of a unit's life.
#[derive(Debug, Subcommand)]
pub enum UnitChange {
    /// 设立
    Found {
        /// 单位名称
        name: String,
        /// 上级单位
        #[arg(long, value_name = "PARENT")]
        under: Option<String>,
        #[command(flatten)]
        happening: Happening,
    },
    /// 更名
    Rename {
        /// 原名称
        old: String,
        /// 新名称
        new: String,
        #[command(flatten)]
        tenures: Tenures,
        #[command(flatten)]
        happening: Happening,
    },
    /// 划转到另一上级单位
    Move {
        /// 单位名称
        name: String,
        /// 新的上级单位；不写时没有上级单位
        #[arg(long, value_name = "PARENT")]
        under: Option<String>,
        #[command(flatten)]
        happening: Happening,
    },
    /// 合并：最后一个名称是合并后的单位
    Merge {
        /// 原单位，最后是合并后的单位；并入已有单位的，写该单位
        #[arg(required = true, num_args = 2.., value_name = "NAME")]
        names: Vec<String>,
        #[command(flatten)]
        tenures: Tenures,
        #[command(flatten)]
        happening: Happening,
    },
    /// 分设：第一个名称是原单位，其余是分设后的单位；原单位保留的，再写一次
    Split {
        /// 原单位
        name: String,
        /// 分设后的单位
        #[arg(required = true, value_name = "NAME")]
        into: Vec<String>,
        #[command(flatten)]
        tenures: Tenures,
        #[command(flatten)]
        happening: Happening,
    },
    /// 撤销
    Abolish {
        /// 单位名称
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
        #[command(flatten)]
        tenures: Tenures,
        #[command(flatten)]
        happening: Happening,
    },
}

/// An event of a post's life.
#[derive(Debug, Subcommand)]
pub enum PostEventChange {
    /// 改称
    Rename {
        /// 单位
        organisation: String,
        /// 原职务名称
        old: String,
        /// 新职务名称
        new: String,
        #[command(flatten)]
        tenures: Tenures,
        #[command(flatten)]
        happening: Happening,
    },
    /// 职数调整
    Seats {
        /// 单位
        organisation: String,
        /// 职务
        title: String,
        /// 核定职数
        seats: u32,
        #[command(flatten)]
        happening: Happening,
    },
    /// 撤销职务
    Abolish {
        /// 单位
        organisation: String,
        /// 职务
        title: String,
        /// 任职不因此结束：待免
        #[arg(long)]
        keep: bool,
        #[command(flatten)]
        happening: Happening,
    },
}

/// What an event of a unit or a post does to the tenures in it.
#[derive(Debug, Args)]
pub struct Tenures {
    /// 有关人员重新任命
    #[arg(long, conflicts_with = "keep")]
    pub reappoint: bool,
    /// 任职不因此结束：更名时续任，撤销、合并、分设时待免
    #[arg(long)]
    pub keep: bool,
}

/// The two kinds of time.
#[derive(Debug, Args)]
pub struct Times {
    /// 截至日期
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// 按何时的台账
    #[arg(long, value_name = "TIME")]
    pub known_at: Option<String>,
}

/// When it happened, and by which paper.
#[derive(Debug, Args)]
pub struct Happening {
    /// 日期
    #[arg(long, value_name = "DATE")]
    pub on: String,
    /// 依据的文号
    #[arg(long, value_name = "NUMBER")]
    pub by: Option<String>,
    /// 理由
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}
