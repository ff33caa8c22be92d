package dev.karavel.itests.exam;

import java.util.List;
import org.ops4j.pax.exam.Option;

/** A container to run tests in; made by its constructor without arguments, on the host. */
public interface Container {
    /** What Pax Exam is to start, the tests' own needs aside. */
    List<Option> options();
}
