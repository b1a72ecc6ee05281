package langmap.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import langmap.db.Actor;
import langmap.problem.Problem;

/**
 * Says who stands behind a request and whether they may. Until there are accounts, whoever sends the token of the settings is the
 * administrator; accounts take the place of this class and of nothing else.
 */
final class Gate {
    private static final Actor ANYBODY = new Actor("public");
    private static final Actor ADMINISTRATOR = new Actor("administrator");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([!-~]{1,500})");

    private final byte[] token;

    /** @param token the administrator's token; empty if nobody is to be let in */
    Gate(String token) {
        this.token = token.isEmpty() ? null : hash(token);
    }

    /**
     * Lets a request in.
     *
     * @param authorization header as it was sent, null without one
     * @throws Problem if that person may not
     */
    Actor admit(Role role, String authorization) {
        if (role == Role.PUBLIC) {
            return ANYBODY;
        }
        if (authorization == null || !BEARER.matcher(authorization).matches()) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "This is for the administrator: send the header Authorization: Bearer, then the token "
                + "that LANGMAP_ADMIN_TOKEN holds.");
        }
        byte[] given = hash(BEARER.matcher(authorization).replaceFirst("$1"));
        if (token == null) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "Nobody may change anything here, for no administrator's token is set: set LANGMAP_ADMIN_TOKEN "
                + "and start LangMap again.");
        }
        if (!MessageDigest.isEqual(given, token)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "The token is not the administrator's: send the one that LANGMAP_ADMIN_TOKEN holds.");
        }
        return ADMINISTRATOR;
    }

    /** Hashes have one length, so that comparing them takes one time whatever was sent. */
    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
