//! The TypeScript side of the list of commands: one file of types and the table of commands, generated from the
//! Rust types, committed, and compared by a test.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::types::*;

struct Gather<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Gather<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.declared.insert(T::ident(self.config), format!("{docs}export {}\n", T::decl(self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! table {
    ($($(#[$doc:meta])* $access:ident $name:ident($request:ty) -> $answer:ty;)*) => {
        /// The whole file: every type that crosses to the window, and `Commands`, the table of requests and answers.
        pub fn file() -> String {
            let config = Config::new().with_large_int("number");
            let mut gather = Gather { config: &config, seen: HashSet::new(), declared: BTreeMap::new() };
            $(gather.visit::<$request>(); gather.visit::<$answer>();)*
            gather.visit::<crate::ApiError>();
            let mut text = String::from("// Generated from the list of commands in Rust; `./test` says when it is out of date. Do not edit.\n\n");
            for declaration in gather.declared.values() {
                text += declaration;
                text += "\n";
            }
            text += "/** Every command: what it is asked with, what it answers. */\nexport interface Commands {\n";
            $(text += &format!(
                "  {}: {{ request: {}; answer: {} }};\n",
                stringify!($name), <$request as TS>::name(&config), <$answer as TS>::name(&config),
            );)*
            text += "}\n";
            text
        }
    };
}
crate::for_each_command!(table);

/// The names of the commands as JSON, for the window's rights.
pub fn names() -> String {
    let lines: Vec<String> = crate::commands::NAMES.iter().map(|name| format!("  \"{name}\"")).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The rights of the window: exactly the commands of the list, its own two dialogs and the opening of originals, nothing of the web view's own.
pub fn rights() -> String {
    let own = ["save_file", "pick_register", "open_original"];
    let lines: Vec<String> = crate::commands::NAMES
        .iter()
        .chain(&own)
        .map(|name| format!("    \"allow-{}\"", name.replace('_', "-")))
        .collect();
    format!(
        "{{\n  \"identifier\": \"main\",\n  \"description\": \"Generated from the list of commands; do not edit.\",\n  \
         \"windows\": [\"main\"],\n  \"permissions\": [\n{}\n  ]\n}}\n",
        lines.join(",\n")
    )
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    fn committed(path: &str, fresh: &str) {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path);
        if std::env::var_os("RENMIAN_GENERATE").is_some() {
            std::fs::write(&path, fresh).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == fresh,
            "{} is out of date: run RENMIAN_GENERATE=1 cargo test -p renmian-api typescript",
            path.display()
        );
    }

    #[test]
    fn the_committed_types_are_those_of_the_list() {
        committed("ui/bridge/types.ts", &super::file());
        committed("ui/bridge/commands.json", &super::names());
        committed("src-tauri/capabilities/main.json", &super::rights());
    }
}
