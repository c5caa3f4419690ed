package org.minbar.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * PDFBox unpacks a stream whole and in memory when it is asked for, and a megabyte may hold a gigabyte. So each stream is
 * unpacked to nowhere as soon as it is met; one that is too heavy is emptied. Pictures lose their filters: no text is in
 * them, and what is called a picture could still be asked for as something else.
 */
final class WeighingParser extends PDFParser {

    private static final long SCRATCH = 256L << 20;

    private final Allowance allowance;
    private boolean emptied;

    WeighingParser(RandomAccessRead source, Allowance allowance) throws IOException {
        super(source, "", null, null, MemoryUsageSetting.setupTempFileOnly(SCRATCH).streamCache);
        this.allowance = allowance;
    }

    /** Whether something was too heavy that may have had text in it. */
    boolean emptied() {
        return emptied;
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        allowance.check();
        COSStream stream = super.parseCOSStream(dictionary);
        if (COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
            weigh(stream);
        }
        return stream;
    }

    /** Here and not above, because an encrypted stream is only now open. */
    @Override
    protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean required) throws IOException {
        allowance.check();
        COSBase object = super.parseObjectDynamically(key, required);
        if (object instanceof COSStream stream && !COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
            weigh(stream);
        }
        return object;
    }

    private void weigh(COSStream stream) throws IOException {
        if (COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
            stream.removeItem(COSName.FILTER);
            return;
        }
        boolean attached = "EmbeddedFile".equals(stream.getNameAsString(COSName.TYPE));
        if (attached || unpacked(stream) > allowance.forStream()) {
            emptied |= !attached;
            stream.removeItem(COSName.FILTER);
            stream.createRawOutputStream().close();
        }
    }

    private long unpacked(COSStream stream) throws IOException {
        List<Filter> filters = new ArrayList<>();
        try {
            COSBase names = stream.getFilters();
            if (names instanceof COSName name) {
                filters.add(FilterFactory.INSTANCE.getFilter(name));
            } else if (names instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    filters.add(FilterFactory.INSTANCE.getFilter((COSName) array.getObject(i)));
                }
            }
        } catch (IOException | ClassCastException unknownFilter) {
            return Long.MAX_VALUE;
        }
        return filters.isEmpty() ? 0 : unpacked(stream, filters);
    }

    private long unpacked(COSStream stream, List<Filter> filters) throws IOException {
        byte[] packed = {};
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            Scale scale = new Scale(allowance.forStream(), !last);
            try (InputStream in = i == 0 ? stream.createRawInputStream() : new ByteArrayInputStream(packed)) {
                filters.get(i).decode(in, scale, stream, i);
            } catch (IOException | IllegalArgumentException damaged) {
                // What came before the damage is what the reading will get as well.
                allowance.check();
            }
            allowance.spend(scale.weight);
            if (last || scale.tooHeavy) {
                return scale.tooHeavy ? Long.MAX_VALUE : scale.weight;
            }
            packed = scale.kept.toByteArray();
        }
        return 0;
    }

    /** Counts, and stops the one who pours. */
    private final class Scale extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final long most;
        private final boolean keeps;
        private long weight;
        private boolean tooHeavy;

        Scale(long most, boolean keeps) {
            this.most = most;
            this.keeps = keeps;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            weight += length;
            allowance.check();
            if (weight > most) {
                tooHeavy = true;
                throw new IOException("too heavy");
            }
            if (keeps) {
                kept.write(bytes, from, length);
            }
        }
    }
}
