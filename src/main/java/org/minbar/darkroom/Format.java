package org.minbar.darkroom;

/** What a print is made on. Every browser reads JPEG; WebP is smaller and can be transparent. */
public enum Format {
    JPEG(FileType.JPEG),
    WEBP(FileType.WEBP);

    private final FileType type;

    Format(FileType type) {
        this.type = type;
    }

    public FileType type() {
        return type;
    }
}
