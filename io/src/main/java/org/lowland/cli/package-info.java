/**
 * The command line: {@link org.lowland.cli.Main} finds its subcommands through {@link org.lowland.cli.CommandProvider}s,
 * of which every module may bring some. Results go to standard output or files, everything else to standard error; exit
 * codes are in {@link org.lowland.cli.ExitCode}.
 */
package org.lowland.cli;
