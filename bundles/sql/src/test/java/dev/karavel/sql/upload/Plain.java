package dev.karavel.sql.upload;

import dev.karavel.api.security.Secrets;

/** Secrets that are none. */
final class Plain {
    static final Secrets SECRETS = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return clear;
        }

        @Override
        public String decrypt(String stored) {
            return stored;
        }
    };

    private Plain() {}
}
