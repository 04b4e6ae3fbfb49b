//! What makes the program at home on a desktop: manual and completions as the
//! commands are, menu entry, file type and icons that agree with each other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory as _;
use making_room::cli::Cli;
use quick_xml::Reader;
use quick_xml::events::Event;

const NAME: &str = "making-room";
const SCENARIO: &str = "application/x-making-room-scenario";
const METAINFO: &str = "arpa.home.making_room.metainfo.xml";

/// What is generated, and by which arguments.
const GENERATED: [(&str, &[&str]); 4] = [
    ("making-room.1", &["man"]),
    ("completions/making-room.bash", &["completions", "bash"]),
    ("completions/_making-room", &["completions", "zsh"]),
    ("completions/making-room.fish", &["completions", "fish"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn linux(file: &str) -> PathBuf {
    root().join("assets/linux").join(file)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn printed(arguments: &[&str]) -> String {
    let output = assert_cmd::Command::cargo_bin(NAME).expect("the binary").args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("text")
}

/// With `MAKING_ROOM_WRITE_DOCS=1` the files are written instead of compared.
#[test]
fn manual_and_completions_in_the_repository_are_what_the_program_prints() {
    for (file, arguments) in GENERATED {
        let (path, expected) = (linux(file), printed(arguments));
        if std::env::var_os("MAKING_ROOM_WRITE_DOCS").is_some() {
            fs::write(&path, expected).expect("it can be written");
        } else {
            assert!(
                read(&path) == expected,
                "assets/linux/{file} is out of date; MAKING_ROOM_WRITE_DOCS=1 cargo test manual_and_completions writes it"
            );
        }
    }
}

#[test]
fn the_manual_and_the_completions_know_every_command_and_option() {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let man = printed(&["man"]).replace('\\', "");
    let scripts = ["bash", "zsh", "fish"].map(|shell| (shell, printed(&["completions", shell])));
    let mut options = 0;
    for subcommand in command.get_subcommands() {
        let name = subcommand.get_name();
        let (_, part) = man.split_once(&format!(".SS {name}\n")).unwrap_or_else(|| panic!("{name} is in the manual"));
        let part = part.split("\n.S").next().expect("a part");
        let about = subcommand.get_about().expect("every command says what it does").to_string();
        assert!(part.replace("*(Aq", "'").contains(&about), "{name}: {part}");
        for argument in subcommand.get_arguments().filter(|argument| argument.get_id() != "help") {
            let words = match argument.get_long() {
                Some(long) => format!("--{long}"),
                None => argument.get_value_names().expect("built")[0].to_string(),
            };
            assert!(part.contains(&words), "{name} {words} is in the manual");
            assert!(argument.get_help().is_some(), "{name} {words} says what it is");
            if let Some(long) = argument.get_long() {
                options += 1;
                for (shell, script) in &scripts {
                    assert!(script.contains(long), "{name} --{long}: {shell}");
                }
            }
        }
        for (shell, script) in &scripts {
            assert!(script.contains(name), "{name}: {shell}");
        }
    }
    assert!(options > 10, "the test looks at options: {options}");
    let headed = |section: &str| [format!(".SH {section}\n"), format!(".SH \"{section}\"\n")];
    for section in ["NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "FILES", "ENVIRONMENT", "EXAMPLES"] {
        assert!(headed(section).iter().any(|heading| man.contains(heading)), "{section}");
    }
}

/// What bash offers after these words, the last of them begun.
fn bash_offers(words: &[&str]) -> Vec<String> {
    let [.., before, last] = words else { panic!("two words at least") };
    let script = format!(
        "source {}
        function=$(complete -p making-room) function=${{function##*-F }} function=${{function%% *}}
        COMP_WORDS=({}) COMP_CWORD={}
        $function making-room '{last}' '{before}'
        printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        linux("completions/making-room.bash").display(),
        words.join(" "),
        words.len() - 1,
    );
    let output = Command::new("bash").arg("-c").arg(script).output().expect("bash runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(bash_offers(&["making-room", "proj"]), ["project"]);
    assert_eq!(bash_offers(&["making-room", "project", "--see"]), ["--seed"]);
    assert_eq!(bash_offers(&["making-room", "project", "--format", "c"]), ["csv"]);
    assert_eq!(bash_offers(&["making-room", "completions", "fi"]), ["fish"]);
}

/// The value of a key in the menu entry.
fn entry(key: &str) -> String {
    let text = read(&linux("making-room.desktop"));
    let value = text.lines().find_map(|line| line.strip_prefix(&format!("{key}=")));
    value.unwrap_or_else(|| panic!("the menu entry has {key}")).to_owned()
}

/// What an XML file says: the text of an element under its name, the value of
/// an attribute under `element@attribute`.
fn xml(file: &str) -> Vec<(String, String)> {
    let text = read(&linux(file));
    let mut reader = Reader::from_str(&text);
    let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let (mut found, mut element) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{file}: {error}")) {
            Event::Start(start) | Event::Empty(start) => {
                element = utf8(start.name().as_ref());
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{file}: {error}"));
                    found.push((format!("{element}@{}", utf8(attribute.key.as_ref())), utf8(&attribute.value)));
                }
            }
            Event::Text(text) if !text.iter().all(u8::is_ascii_whitespace) => {
                found.push((element.clone(), utf8(&text)));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[track_caller]
fn says(file: &[(String, String)], name: &str, value: &str) {
    let found: Vec<&str> = file.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect();
    assert!(found.contains(&value), "{name} is {found:?}; expected {value}");
}

#[test]
fn menu_entry_file_type_and_description_agree() {
    assert_eq!(entry("Exec"), format!("{NAME} %F"));
    assert_eq!(entry("Icon"), NAME);
    assert_eq!(entry("StartupWMClass"), NAME);
    assert_eq!(entry("MimeType"), format!("{SCENARIO};"));
    let mime = xml("making-room.mime.xml");
    says(&mime, "mime-type@type", SCENARIO);
    says(&mime, "glob@pattern", "*.scenario.ron");
    let metainfo = xml(METAINFO);
    says(&metainfo, "id", METAINFO.strip_suffix(".metainfo.xml").expect("its name"));
    says(&metainfo, "launchable", &format!("{NAME}.desktop"));
    says(&metainfo, "mediatype", SCENARIO);
    says(&metainfo, "project_license", env!("CARGO_PKG_LICENSE"));
    for category in entry("Categories").split_terminator(';') {
        says(&metainfo, "category", category);
    }
    // The type is told by what every scenario begins with, too.
    let magic = mime.iter().find(|(key, _)| key == "match@value").expect("there is one").1.replace("&quot;", "\"");
    for preset in &making_room::scenario::presets::ALL {
        assert!(preset.text().find(&magic).is_some_and(|at| at < 2048), "{}", preset.id);
    }
}

/// Width and height of a PNG, from its header.
fn png_size(path: &Path) -> (u32, u32) {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{}", path.display());
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (side(16), side(20))
}

#[test]
fn icons_of_program_and_file_are_there_in_every_size() {
    let hicolor = root().join("assets/icons/hicolor");
    let of_file = SCENARIO.replace('/', "-");
    for icon in [format!("apps/{NAME}"), format!("mimetypes/{of_file}")] {
        for side in [16, 22, 24, 32, 48, 64, 128, 256, 512] {
            assert_eq!(png_size(&hicolor.join(format!("{side}x{side}/{icon}.png"))), (side, side), "{icon}");
        }
        assert!(read(&hicolor.join(format!("scalable/{icon}.svg"))).contains("viewBox"), "{icon}");
    }
}

#[test]
fn the_package_is_of_this_version_and_takes_files_that_exist() {
    let changelog = read(&linux("debian/changelog"));
    assert!(changelog.starts_with(&format!("{NAME} ({}-1) ", env!("CARGO_PKG_VERSION"))), "{changelog}");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let deb = &metadata["packages"][0]["metadata"]["deb"];
    let assets = deb["assets"].as_array().expect("a list");
    let sources: Vec<&str> = assets.iter().map(|asset| asset[0].as_str().expect("a path")).collect();
    for (file, _) in GENERATED {
        assert!(sources.contains(&format!("assets/linux/{file}").as_str()), "{file} is packed");
    }
    for source in sources.into_iter().filter(|source| !source.starts_with("target/")) {
        let known = source.split('*').next().expect("a beginning");
        assert!(root().join(known).exists(), "{source}");
    }
}
