//! Declares the window's commands, so that each needs a right of its own, and keeps our SQLite apart from the
//! system's, which WebKitGTK loads into the same process.

fn main() {
    let listed: Vec<String> = std::fs::read_to_string("../ui/bridge/commands.json")
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    println!("cargo:rerun-if-changed=../ui/bridge/commands.json");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    // The build script lives as long as its process: leaking the names gives them the life that Tauri asks for.
    let own = ["save_file", "pick_register", "open_original"].map(str::to_owned);
    let names: Vec<&'static str> =
        listed.into_iter().chain(own).map(|name| -> &'static str { Box::leak(name.into_boxed_str()) }).collect();
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(Box::leak(names.into_boxed_slice())));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
