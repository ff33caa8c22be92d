package dev.karavel.contract.notify;

import java.util.List;

/**
 * A message as the service behind a channel got it.
 *
 * @param mark by which who gets it twice knows it is the same; empty where the service has no place for one
 * @param text what a person reads, subject and all
 * @param files names of the files and pictures that came with it
 */
public record Received(String mark, String text, List<String> files) {
    public Received {
        files = List.copyOf(files);
    }
}
