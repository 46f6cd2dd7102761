package org.spsrules.benchmarks;

/** The least that a virtual machine can do. */
public final class HelloWorld {

    private HelloWorld() {}

    /** Prints a greeting. */
    public static void main(String[] arguments) {
        System.out.println("Hello, world");
    }
}
