//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// 任免台账：干部任免文件的登记、查询和花名册
#[derive(Debug, Parser)]
#[command(name = "renmian", version, about, disable_help_subcommand = true)]
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
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 方案等文件中设立的领导小组也读
        #[arg(long)]
        groups: bool,
    },
    /// 读文件，与台账核对后登记
    Enter {
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
    },
    /// 一份文件
    Order {
        /// 发文字号
        number: String,
    },
    /// 任职简历
    Person {
        /// 姓名
        name: String,
    },
    /// 历任
    Post {
        /// 单位
        organisation: String,
        /// 职务
        title: String,
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
        file: PathBuf,
        /// 花名册的截止日期；不写时取表头中的日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// 对账：把另存的花名册（.xlsx、.csv）与台账比对，列出每一处不同
    Reconcile {
        file: PathBuf,
        /// 花名册的截止日期；不写时取表头中的日期
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// 按何时的台账
        #[arg(long, value_name = "TIME")]
        known_at: Option<String>,
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
    /// 核验台账
    Verify,
    /// 登记过的各次操作
    Journal,
    /// 备份台账
    Backup { file: PathBuf },
    /// 由备份恢复台账
    Restore { file: PathBuf },
    /// 在本机浏览器中使用台账窗口
    Serve {
        /// 端口；0 为任意空闲端口
        #[arg(long, default_value_t = 0)]
        port: u16,
    },
}
