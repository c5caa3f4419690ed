package org.minbar.darkroom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Run in a process with little memory: a large photograph comes in and is printed. */
final class SmallServer {

    private SmallServer() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Darkroom darkroom = new Darkroom();
        List<Print> orders = new ArrayList<>();
        for (int width : List.of(320, 640, 1_280)) {
            for (Format format : Format.values()) orders.add(new Print(Shape.WIDE, width, format));
        }
        for (String sent : List.of("standing", "lying")) {
            darkroom.accept(folder.resolve(sent), FileType.JPEG, folder.resolve("master"));
            darkroom.develop(
                    folder.resolve("master"),
                    orders,
                    FocalPoint.CENTRE,
                    Map.of(),
                    print -> OutputStream.nullOutputStream());
        }
        System.out.print("done\n");
    }
}
