package org.spsrules.workbench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A subcommand, which talks to a terminal and has a help. */
abstract class Subcommand implements Callable<Integer> {

    final Terminal terminal;

    @Mixin
    private HelpOption help = new HelpOption();

    Subcommand(Terminal terminal) {
        this.terminal = terminal;
    }
}
