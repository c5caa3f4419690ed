package org.minbar.darkroom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints kept in memory, for the tests to look at. */
final class Prints {

    private Prints() {}

    /** One small and one large, of every shape and format. */
    static List<byte[]> of(Darkroom darkroom, Path master) throws IOException {
        List<Print> orders = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (Format format : Format.values()) {
                orders.add(new Print(shape, 160, format));
                orders.add(new Print(shape, 1_280, format));
            }
        }
        return List.copyOf(
                of(darkroom, master, orders, FocalPoint.CENTRE, Map.of()).values());
    }

    static Map<Print, byte[]> of(
            Darkroom darkroom, Path master, List<Print> orders, FocalPoint focus, Map<Shape, Crop> crops)
            throws IOException {
        Map<Print, ByteArrayOutputStream> trays = new LinkedHashMap<>();
        darkroom.develop(master, orders, focus, crops, print -> {
            ByteArrayOutputStream tray = new ByteArrayOutputStream();
            trays.put(print, tray);
            return tray;
        });
        Map<Print, byte[]> prints = new LinkedHashMap<>();
        trays.forEach((print, tray) -> prints.put(print, tray.toByteArray()));
        return prints;
    }
}
