package org.minbar.identity;

import io.nayuki.qrcodegen.QrCode;
import org.minbar.view.Html;

/** A text as a picture for a telephone's camera: a QR code (ISO/IEC 18004) drawn as one path of an SVG. */
final class QrPicture {

    /** Modules of white around the code, as the standard wants. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** Black on white whatever the page's colours: many cameras read nothing else. */
    static Html of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int width = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (!code.getModule(x, y)) continue;
                int from = x;
                while (x + 1 < code.size && code.getModule(x + 1, y)) x++;
                int run = x + 1 - from;
                path.append('M').append(from + QUIET).append(',').append(y + QUIET);
                path.append('h').append(run).append("v1h-").append(run).append('z');
            }
        }
        return new Html("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + width
                + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0,0h" + width + "v"
                + width + "h-" + width + "z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>");
    }
}
