package org.minbar.identity;

import java.util.List;
import org.minbar.view.DeskFrame;

/**
 * The door to the desk: template {@code sign-in} of the theme {@code desk}. The form posts {@code email},
 * {@code password} and {@code next} to {@code action}; at the second step {@code step}, {@code code} and {@code next}.
 *
 * @param action where the form goes: {@code /desk/sign-in}
 * @param prefix before the names of the fields; not empty where the page carries another form's fields
 * @param email what was typed before, so that nobody types it twice
 * @param refusal why the last try failed, a whole sentence; empty at first
 * @param next where to go afterwards: an address within the house
 * @param step the secret of the first step: the password was right and the code is still to come; empty before
 * @param before the name of the person whose browser this was, when somebody else wants to send her form
 * @param carried the fields of the form that came after its session had ended
 */
public record SignInPage(
        DeskFrame frame,
        String action,
        String prefix,
        String email,
        String refusal,
        String next,
        String step,
        String before,
        List<Carried> carried) {}
