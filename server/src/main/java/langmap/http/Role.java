package langmap.http;

/** Who may call a route. */
public enum Role {
    /** Anybody, without signing in; the answers may be kept by shared caches. */
    PUBLIC,
    /** Who has the administrator's token; the answers are kept nowhere and no page from elsewhere may ask. */
    ADMIN
}
