//! How the commands are used, in Chinese throughout: the parser's own words are replaced for every command alike.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::arguments::Arguments;

/// What stands for a value in a usage line, by the name that it has in the list of arguments.
const VALUES: &[(&str, &str)] = &[
    ("CAUSE", "原因"),
    ("DATE", "日期"),
    ("DAYS", "天数"),
    ("ENTRY", "记录"),
    ("FILE", "文件"),
    ("FOLDER", "文件夹"),
    ("HASH", "校验值"),
    ("INTO", "并入"),
    ("KEEPER", "管理单位"),
    ("NAME", "名称"),
    ("NEW", "新名称"),
    ("NUMBER", "文号"),
    ("OLD", "原名称"),
    ("ORGANISATION", "单位"),
    ("PARENT", "上级单位"),
    ("PERSON", "人员"),
    ("PLACE", "所在地"),
    ("PORT", "端口"),
    ("QUERY", "查找"),
    ("SEATS", "职数"),
    ("TEXT", "文字"),
    ("TIME", "时间"),
    ("TITLE", "职务"),
    ("YEAR", "年份"),
];

/// What stands for a value that the list above lacks; a test sees to it that it lacks none.
const UNNAMED: &str = "…";

/// Reads what was typed.
pub fn arguments() -> Result<Arguments, clap::Error> {
    Arguments::from_arg_matches(&command().try_get_matches()?)
}

fn command() -> Command {
    let version =
        Arg::new("version").short('V').long("version").action(ArgAction::Version).help("版本").help_heading("选项");
    let mut command = in_chinese(Arguments::command().disable_version_flag(true).arg(version));
    // Only a built command knows how it is called.
    command.build();
    usage_in_chinese(command)
}

fn in_chinese(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("用法").help_heading("选项");
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .help_template("{about-with-newline}\n用法：{usage}\n\n{all-args}")
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(|arg| {
            let shown = arg.get_value_names().map(|names| names.iter().map(|name| value(name)).collect::<Vec<_>>());
            let shown = shown.unwrap_or_else(|| vec![value(&arg.get_id().as_str().to_uppercase())]);
            let heading = if arg.is_positional() { "参数" } else { "选项" };
            let arg = arg.help_heading(heading);
            if arg.get_action().takes_values() { arg.value_names(shown).hide_default_value(true) } else { arg }
        })
        .mut_subcommands(in_chinese)
}

fn usage_in_chinese(command: Command) -> Command {
    let mut rendered = command.clone();
    let usage = rendered.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", "[选项]");
    command.override_usage(usage).mut_subcommands(usage_in_chinese)
}

fn value(name: &str) -> &'static str {
    VALUES.iter().find(|(known, _)| *known == name).map_or(UNNAMED, |(_, shown)| *shown)
}

/// What is wrong with what was typed, in a sentence.
#[expect(clippy::wildcard_enum_match_arm, reason = "what the parser may find besides gets the common sentence")]
pub fn wrong(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        Some(_) | None => String::new(),
    };
    let (argument, given) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("这个命令没有“{argument}”这一项"),
        ErrorKind::MissingRequiredArgument => format!("还缺：{argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if given.is_empty() => format!("{argument} 后面还缺内容"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{argument} 不能是“{given}”"),
        ErrorKind::ArgumentConflict => format!("{argument} 与 {} 不能同时写", said(ContextKind::PriorArg)),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooManyValues => {
            format!("{argument} 后面的内容多了或少了")
        }
        _ => "命令写得不对".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{UNNAMED, command};

    /// Every command by its words.
    fn all(command: &clap::Command, found: &mut Vec<clap::Command>) {
        found.push(command.clone());
        for below in command.get_subcommands() {
            all(below, found);
        }
    }

    #[test]
    fn the_help_of_every_command_is_in_chinese() {
        let (mut commands, mut foreign) = (Vec::new(), Vec::new());
        all(&command(), &mut commands);
        assert!(commands.len() > 30, "only {} commands", commands.len());
        for mut command in commands {
            let name = command.get_name().to_owned();
            for line in command.render_long_help().to_string().lines() {
                let words = line.split(|c: char| !c.is_ascii_alphabetic() && c != '-' && c != '_' && c != '.');
                // Names of commands, flags, causes, formats and the program itself are typed as they stand.
                let typed = |word: &str| word.starts_with(['-', '.']) || word.len() < 2;
                let known = ["renmian", "JSON", "person"];
                let causes = renmian_domain::EndCause::ENTERED.map(|cause| cause.key());
                let shows = line.trim_start().starts_with("renmian") || line.starts_with("用法：");
                let listed = line.split_whitespace().next().unwrap_or_default();
                let strange = words.filter(|word| {
                    let of_list = *word == listed && line.starts_with("  ");
                    !typed(word) && !known.contains(word) && !causes.contains(word) && !shows && !of_list
                });
                foreign.extend(strange.map(|word| format!("{name}: {word} in {line}")));
            }
            assert!(!command.render_usage().to_string().contains(UNNAMED), "{name}: a value has no name");
            let described = command.get_arguments().all(|arg| arg.get_help().is_some());
            assert!(described, "{name}: every argument says what it is");
        }
        assert!(foreign.is_empty(), "{}", foreign.join("\n"));
    }
}
