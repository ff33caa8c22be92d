package dev.karavel.web.server;

import dev.karavel.api.security.Secrets;

/** Shows by its words what was encrypted. */
final class MarkingSecrets implements Secrets {
    @Override
    public String encrypt(String clear) {
        return clear.startsWith("{enc}") ? clear : "{enc}" + clear;
    }

    @Override
    public String decrypt(String stored) {
        return stored.replaceFirst("^\\{enc}", "");
    }
}
