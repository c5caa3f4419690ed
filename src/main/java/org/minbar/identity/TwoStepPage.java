package org.minbar.identity;

import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;

/**
 * Signing in in two steps: template {@code two-step} of the theme {@code desk}. Off: the form posts {@code password} to
 * {@code /desk/two-step/secret}. Prepared: it shows the secret and posts {@code code} to
 * {@code /desk/two-step/confirmation}. On: it posts {@code password} and {@code code} to
 * {@code /desk/two-step/removal}.
 *
 * @param email whose it is, for the program that keeps her passwords
 * @param refusal why the last try failed, a whole sentence; empty at first
 * @param on whether it is on
 * @param secret what to type into the authenticator, in fours; empty unless it is being prepared
 * @param picture the same as a QR code
 * @param address the same as a link, which opens the authenticator on a telephone
 * @param codes the recovery codes, in the one answer that shows them
 * @param left how many recovery codes are left
 */
public record TwoStepPage(
        DeskFrame frame,
        String email,
        String refusal,
        boolean on,
        String secret,
        Html picture,
        String address,
        List<String> codes,
        int left) {}
