package org.minbar.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.minbar.language.Refusal;
import org.minbar.text.Markup;

/** Somebody who answers questions about a release. */
@Embeddable
public class Contact {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 60;
    private static final int LONGEST_EMAIL = 254;

    private String name = "";

    private String duty = "";

    private String phone = "";

    private String email = "";

    @Column(name = "open")
    private boolean open;

    protected Contact() {}

    /**
     * @param duty what the person does there; may be empty
     * @param open whether readers see it; else partners and the desk alone
     * @throws Refusal with the field
     */
    public Contact(String name, String duty, String phone, String email, boolean open) {
        this.name = line(name, "name", LONGEST_NAME);
        this.duty = line(duty, "duty", LONGEST_NAME);
        this.phone = line(phone, "phone", LONGEST_PHONE);
        this.email = line(email, "email", LONGEST_EMAIL);
        this.open = open;
        if (!this.email.isEmpty() && !this.email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-email", Map.of("value", this.email), "email");
        }
    }

    private static String line(String typed, String field, int longest) {
        String line = Markup.cleanLine(typed);
        if (line.length() > longest) {
            throw new Refusal(Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", longest), field);
        }
        return line;
    }

    boolean isEmpty() {
        return (name + phone + email).isEmpty();
    }

    public String name() {
        return name;
    }

    public String duty() {
        return duty;
    }

    public String phone() {
        return phone;
    }

    public String email() {
        return email;
    }

    public boolean isOpen() {
        return open;
    }
}
