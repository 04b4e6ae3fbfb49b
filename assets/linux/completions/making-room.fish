# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_making_room_global_optspecs
    string join \n h/help V/version
end

function __fish_making_room_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_making_room_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_making_room_using_subcommand
    set -l cmd (__fish_making_room_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c making-room -n "__fish_making_room_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_needs_command" -s V -l version -d 'Print version'
complete -c making-room -n "__fish_making_room_needs_command" -a "presets" -d 'List the shipped scenarios and what they stand for'
complete -c making-room -n "__fish_making_room_needs_command" -a "project" -d 'Project a scenario: every year and indicator, reference beside scenario'
complete -c making-room -n "__fish_making_room_needs_command" -a "compare" -d 'Compare scenarios: indicators side by side, and how probably each beats the first'
complete -c making-room -n "__fish_making_room_needs_command" -a "attribute" -d 'Tell which lever did it: contributions to the change of an indicator'
complete -c making-room -n "__fish_making_room_needs_command" -a "backcast" -d 'Tell how far the forecast of jobs would have been off in the past, and by how much others'
complete -c making-room -n "__fish_making_room_needs_command" -a "check" -d 'Check scenarios, city packs and evidence files; without a file, what is shipped'
complete -c making-room -n "__fish_making_room_needs_command" -a "calibrate" -d 'Fit a city\'s constants to its history'
complete -c making-room -n "__fish_making_room_needs_command" -a "sources" -d 'List every parameter, figure and series with its source'
complete -c making-room -n "__fish_making_room_needs_command" -a "export-model" -d 'Write a city\'s model with its equations and lever settings, for other engines'
complete -c making-room -n "__fish_making_room_needs_command" -a "new" -d 'Write a new scenario of some cities at adopted policy'
complete -c making-room -n "__fish_making_room_needs_command" -a "fmt" -d 'Write a scenario file in its standard form, in place'
complete -c making-room -n "__fish_making_room_needs_command" -a "diff" -d 'List in what two scenarios differ, with units'
complete -c making-room -n "__fish_making_room_needs_command" -a "merge" -d 'Bring two people\'s changes of one scenario together'
complete -c making-room -n "__fish_making_room_needs_command" -a "completions" -d 'Print what a shell needs to complete these commands, for packagers'
complete -c making-room -n "__fish_making_room_needs_command" -a "man" -d 'Print the manual page, for packagers'
complete -c making-room -n "__fish_making_room_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c making-room -n "__fish_making_room_using_subcommand presets" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand presets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand project" -l set -d 'Set a lever on top of the file, in its own unit (90 is 90 %); may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand project" -l assume -d 'Override a parameter, in all cities or in one; may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand project" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand project" -l city -d 'Only this city; may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand project" -l interval -d 'What p10, p50 and p90 describe' -r -f -a "level\t'The level of the indicator'
effect\t'Scenario minus reference'"
complete -c making-room -n "__fish_making_room_using_subcommand project" -l members -d 'Members of the ensemble; with one there is only the central run' -r
complete -c making-room -n "__fish_making_room_using_subcommand project" -l seed -d 'Seed of the ensemble' -r
complete -c making-room -n "__fish_making_room_using_subcommand project" -l draws -d 'Also write the values of every member to this file, as CSV' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand project" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand project" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l year -d 'Only this year' -r
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l set -d 'Set a lever on top of the file, in its own unit (90 is 90 %); may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l assume -d 'Override a parameter, in all cities or in one; may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l members -d 'Members of the ensemble; with one there is only the central run' -r
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l seed -d 'Seed of the ensemble' -r
complete -c making-room -n "__fish_making_room_using_subcommand compare" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l set -d 'Set a lever on top of the file, in its own unit (90 is 90 %); may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l assume -d 'Override a parameter, in all cities or in one; may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l city -d 'The city' -r
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l indicator -d 'What to attribute: an indicator, or jobs of a sub-sector as `manufacturing_jobs.SECTOR`' -r
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l year -d 'The year' -r
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand attribute" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l city -d 'Only the series of this city, with a pack or of the panel' -r
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l series -d 'Run it on these jobs instead: a CSV file with the columns year and value, the value empty where it is missing' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l nation -d 'The jobs of their nation, in the same form; without it the series stands for itself' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l draws -d 'Also write the jobs of every member of every forecast to this file, as CSV; coverage counted in them differs from that printed, which is exact, by chance' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l members -d 'Members that --draws writes' -r
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l seed -d 'Seed of the members' -r
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand backcast" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand check" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand check" -l model -d 'Check the model instead: published findings, the lever matrix, extremes'
complete -c making-room -n "__fish_making_room_using_subcommand check" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand calibrate" -l city -d 'The city' -r
complete -c making-room -n "__fish_making_room_using_subcommand calibrate" -s o -l output -d 'The file to write; one that is there is replaced. Without it the fit is printed' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand calibrate" -l seed -d 'Seed of the random numbers' -r
complete -c making-room -n "__fish_making_room_using_subcommand calibrate" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand calibrate" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand sources" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand sources" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand sources" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -l format -d 'How to write the model' -r -f -a "xmile\t'XMILE 1.0, the open format for system dynamics: Stella, simlin, `PySD` and others'"
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -l city -d 'The city' -r
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -s o -l output -d 'The file to write; one that is there is replaced' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -l set -d 'Set a lever on top of the file, in its own unit (90 is 90 %); may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -l assume -d 'Override a parameter, in all cities or in one; may be repeated' -r
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand export-model" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand new" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand new" -s o -l output -d 'The file to write; it must not exist yet' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand new" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand fmt" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand fmt" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand diff" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand diff" -l format -d 'How to print the table' -r -f -a "table\t'Columns for a reader, numbers rounded'
csv\t'CSV with a header, numbers to twelve digits'
json\t'An array of objects, numbers to twelve digits, what is empty as null'"
complete -c making-room -n "__fish_making_room_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c making-room -n "__fish_making_room_using_subcommand merge" -l pack -d 'The pack of a city that is not built in; may be repeated' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand merge" -s o -l output -d 'The file to write; it may be one of the three' -r -F
complete -c making-room -n "__fish_making_room_using_subcommand merge" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand completions" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand man" -s h -l help -d 'Print help'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "presets" -d 'List the shipped scenarios and what they stand for'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "project" -d 'Project a scenario: every year and indicator, reference beside scenario'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "compare" -d 'Compare scenarios: indicators side by side, and how probably each beats the first'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "attribute" -d 'Tell which lever did it: contributions to the change of an indicator'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "backcast" -d 'Tell how far the forecast of jobs would have been off in the past, and by how much others'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "check" -d 'Check scenarios, city packs and evidence files; without a file, what is shipped'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "calibrate" -d 'Fit a city\'s constants to its history'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "sources" -d 'List every parameter, figure and series with its source'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "export-model" -d 'Write a city\'s model with its equations and lever settings, for other engines'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "new" -d 'Write a new scenario of some cities at adopted policy'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "fmt" -d 'Write a scenario file in its standard form, in place'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "diff" -d 'List in what two scenarios differ, with units'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "merge" -d 'Bring two people\'s changes of one scenario together'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "completions" -d 'Print what a shell needs to complete these commands, for packagers'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "man" -d 'Print the manual page, for packagers'
complete -c making-room -n "__fish_making_room_using_subcommand help; and not __fish_seen_subcommand_from presets project compare attribute backcast check calibrate sources export-model new fmt diff merge completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
