package dev.karavel.render.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG: what Java brings takes five times as long for the same bytes. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 4;
    private static final byte UP = 2;

    private Png() {}

    /** @param image of the type RGB, without transparency */
    static byte[] of(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 8 + 256);
            out.write(SIGNATURE);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(head);
            fields.writeInt(image.getWidth());
            fields.writeInt(image.getHeight());
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", pixels(image));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pixels(BufferedImage image) throws IOException {
        int[] colors = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        byte[] before = new byte[width * 3];
        byte[] line = new byte[width * 3];
        byte[] written = new byte[width * 3 + 1];
        written[0] = UP;
        Deflater deflater = new Deflater(LEVEL);
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
                for (int y = 0; y < image.getHeight(); y++) {
                    for (int x = 0; x < width; x++) {
                        int color = colors[y * width + x];
                        line[x * 3] = (byte) (color >> 16);
                        line[x * 3 + 1] = (byte) (color >> 8);
                        line[x * 3 + 2] = (byte) color;
                    }
                    for (int i = 0; i < line.length; i++) {
                        written[i + 1] = (byte) (line[i] - before[i]);
                    }
                    out.write(written);
                    byte[] swapped = before;
                    before = line;
                    line = swapped;
                }
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(data.length);
        fields.write(name);
        fields.write(data);
        fields.writeInt((int) sum.getValue());
    }
}
