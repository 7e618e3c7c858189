// What a program of test/programs does. test/support/program.cc calls it, and writes down how it ended.
#pragma once

/** As main. @returns the exit code */
int program(int count, char **words);
