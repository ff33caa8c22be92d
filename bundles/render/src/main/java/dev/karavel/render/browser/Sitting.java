package dev.karavel.render.browser;

/**
 * What shall be photographed.
 *
 * @param job what the page is told, JSON
 * @param token proof of the person for whom the picture is
 * @param width of the window, in pixels of a page
 * @param height of the window until the page knows how much it needs
 * @param scale pixels of the picture per pixel of a page
 */
public record Sitting(String job, String token, int width, int height, double scale, boolean dark) {}
