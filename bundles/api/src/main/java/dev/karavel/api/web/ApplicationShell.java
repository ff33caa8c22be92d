package dev.karavel.api.web;

import org.osgi.annotation.versioning.ProviderType;

/** The page in which the browser application starts. */
@ProviderType
public interface ApplicationShell {
    /**
     * The HTML page.
     *
     * @param nonce for every script and style element
     * @param bootstrap JSON the application starts with; put into the page so that no content can break out of its element
     * @param language of the page's lang attribute
     */
    byte[] page(String nonce, String bootstrap, String language);
}
