package dev.karavel.worker;

import java.lang.annotation.Annotation;

/** A configuration by hand. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record TestConfig(int max_waiting) implements WorkerSettings.Config {
    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int interactive() {
        return 2;
    }

    @Override
    public int scheduled() {
        return 1;
    }

    @Override
    public int background() {
        return 1;
    }

    @Override
    public String lease() {
        return "PT10S";
    }

    @Override
    public String farewell() {
        return "PT0.5S";
    }

    @Override
    public String untaken() {
        return "PT1H";
    }

    @Override
    public String done_kept() {
        return "P1D";
    }

    @Override
    public String dead_kept() {
        return "P1D";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return WorkerSettings.Config.class;
    }
}
