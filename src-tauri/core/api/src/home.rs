//! Where the program keeps what is not the register itself: which register was opened last, and where a new one goes.
//! Nothing here is needed to read a register; a home that cannot be written is no error.

use std::path::{Path, PathBuf};

/// The program's own folders for one user.
#[derive(Debug, Clone)]
pub struct Home {
    settings: PathBuf,
    registers: PathBuf,
}

/// How many registers are remembered.
const REMEMBERED: usize = 8;

impl Home {
    /// The folders that the system gives its user. `RENMIAN_HOME` puts all of it into one folder instead.
    pub fn of_user() -> Self {
        if let Some(folder) = std::env::var_os("RENMIAN_HOME") {
            return Self::at(Path::new(&folder));
        }
        match directories::ProjectDirs::from("cn", "renmian", "renmian") {
            Some(folders) => Self { settings: folders.config_dir().into(), registers: folders.data_dir().into() },
            None => Self::at(Path::new(".renmian")),
        }
    }

    /// Everything in one folder.
    pub fn at(folder: &Path) -> Self {
        Self { settings: folder.into(), registers: folder.into() }
    }

    /// Where a register is made unless somebody says otherwise.
    pub fn suggested(&self) -> PathBuf {
        self.registers.join("任免台账.renmian")
    }

    /// The register that the command line and the window open unless told otherwise: the one opened last that is still
    /// there, else the suggested one.
    pub fn default_register(&self) -> PathBuf {
        self.recent().into_iter().find(|path| path.exists()).unwrap_or_else(|| self.suggested())
    }

    /// Registers opened before, the last one first.
    pub fn recent(&self) -> Vec<PathBuf> {
        let text = std::fs::read_to_string(self.list()).unwrap_or_default();
        text.lines().filter(|line| !line.is_empty()).take(REMEMBERED).map(PathBuf::from).collect()
    }

    /// Remembers a register as the one opened last.
    pub fn remember(&self, register: &Path) {
        let mut lines = vec![register.to_owned()];
        lines.extend(self.recent().into_iter().filter(|path| path != register));
        lines.truncate(REMEMBERED);
        let text: String = lines.iter().map(|path| format!("{}\n", path.display())).collect();
        // Forgetting the last register costs the clerk one choice; failing to open it would cost the day.
        let _ = crate::files::replace(&self.list(), text.as_bytes());
    }

    fn list(&self) -> PathBuf {
        self.settings.join("registers.txt")
    }
}
