package io.encord4j.conformance.scenario;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small files of each kind, made in a folder of the test's own. */
public record Samples(Path folder) {

    /** A real H.264 film of a second or two. */
    public Path video(String name) {
        try (InputStream film = Samples.class.getResourceAsStream("/media/film.mp4")) {
            Path file = folder.resolve(name);
            Files.copy(film, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG of this size; different shades make different bytes. */
    public Path image(String name, int width, int height, int shade) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(shade % 256, 90, 160));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        try {
            Path file = folder.resolve(name);
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The least that is recognisable as a DICOM file: the preamble and the magic word. */
    public Path dicom(String name) {
        byte[] bytes = new byte[256];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
        return bytes(name, bytes);
    }

    /** A file with these bytes. */
    public Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
