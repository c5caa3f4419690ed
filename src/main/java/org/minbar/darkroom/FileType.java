package org.minbar.darkroom;

/** The kinds of file that the house takes in. */
public enum FileType {
    JPEG(Form.PICTURE, "image/jpeg", "jpg"),
    PNG(Form.PICTURE, "image/png", "png"),
    WEBP(Form.PICTURE, "image/webp", "webp"),
    GIF(Form.PICTURE, "image/gif", "gif"),
    PDF(Form.DOCUMENT, "application/pdf", "pdf"),
    DOCX(Form.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    MP3(Form.SOUND, "audio/mpeg", "mp3"),
    M4A(Form.SOUND, "audio/mp4", "m4a"),
    OGG(Form.SOUND, "audio/ogg", "ogg"),
    WAV(Form.SOUND, "audio/wav", "wav"),
    MP4(Form.FILM, "video/mp4", "mp4"),
    WEBM(Form.FILM, "video/webm", "webm"),
    VTT(Form.CAPTIONS, "text/vtt", "vtt");

    private final Form form;
    private final String mime;
    private final String extension;

    FileType(Form form, String mime, String extension) {
        this.form = form;
        this.mime = mime;
        this.extension = extension;
    }

    public Form form() {
        return form;
    }

    public String mime() {
        return mime;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }
}
