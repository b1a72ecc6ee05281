package langmap.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import langmap.problem.StartupProblem;

/**
 * Where a private cluster lives and under whose account its programs run.
 *
 * @param folder  holds the credentials, the log and, in {@code data}, what PostgreSQL keeps; absolute
 * @param account the account of the server when root starts it, for PostgreSQL refuses to run as root; else empty: our own
 */
public record ClusterHome(Path folder, Optional<String> account) {
    private static final Path SHARED = Path.of("/var/lib/langmap");

    /**
     * Settles the place and creates the folder.
     *
     * @param chosen a folder somebody asked for; empty means {@code .langmap} in the checkout or, where the server account
     *               cannot enter the checkout, a folder of its own under {@code /var/lib/langmap}
     * @throws StartupProblem if the folder cannot be made or entered
     */
    public static ClusterHome of(Path checkout, Optional<Path> chosen) {
        Optional<String> account = serverAccount();
        ClusterHome home = new ClusterHome(chosen.orElse(checkout.resolve(".langmap")), account);
        Path above = home.firstFolderThere();
        home.makeFolder();
        if (home.canBeEntered()) {
            return home.resolved();
        }
        home.removeUpTo(above);
        if (chosen.isPresent()) {
            throw StartupProblem.of("The account “" + account.orElse("of this user") + "” that runs the database cannot enter " + home.folder
                + ": open the folders above it for others (chmod o+x) or set LANGMAP_HOME to another folder.");
        }
        ClusterHome elsewhere = new ClusterHome(SHARED.resolve(hash(checkout)), account);
        elsewhere.makeFolder();
        return elsewhere.resolved();
    }

    /** True once a cluster was made here. */
    public boolean hasData() {
        return Files.exists(data());
    }

    Path data() {
        return folder.resolve("data");
    }

    /** The command as it must be run so that the server's account does it. */
    List<String> asServer(List<String> command) {
        List<String> whole = new ArrayList<>();
        account.ifPresent(name -> whole.addAll(List.of("setpriv", "--reuid", name, "--regid", name, "--init-groups", "--")));
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Hands a file or folder to the server's account and closes it to everybody else. */
    void giveToServer(Path path) throws IOException {
        if (account.isPresent()) {
            UserPrincipal owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account.get());
            Files.setOwner(path, owner);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    private Path firstFolderThere() {
        Path there = folder;
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private void makeFolder() {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw StartupProblem.of("Cannot make the folder " + folder + " for the database: let this user write there, or set "
                + "LANGMAP_HOME to a folder it may write.", e);
        }
    }

    private void removeUpTo(Path above) {
        try {
            for (Path made = folder; !made.equals(above); made = made.getParent()) {
                Files.delete(made);
            }
        } catch (IOException e) {
            throw StartupProblem.of("Cannot remove the folder " + folder + " again: remove it by hand.", e);
        }
    }

    /** The real path, because the server reports its own that way. */
    private ClusterHome resolved() {
        if (!Files.isWritable(folder)) {
            throw StartupProblem.of("Cannot write into " + folder + ": let this user write there, or set LANGMAP_HOME to a folder it may write.");
        }
        try {
            return new ClusterHome(folder.toRealPath(), account);
        } catch (IOException e) {
            throw StartupProblem.of("Cannot read the folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private boolean canBeEntered() {
        return Commands.run(this, asServer(List.of("test", "-x", folder.toString()))).exitCode() == 0;
    }

    private static String hash(Path checkout) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(checkout.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> serverAccount() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        for (String name : List.of("postgres", "langmap")) {
            if (exists(name)) {
                return Optional.of(name);
            }
        }
        Commands.Outcome made = Commands.run(Path.of("/"), List.of("useradd", "--system", "--user-group", "--no-create-home",
            "--shell", "/usr/sbin/nologin", "langmap"));
        if (made.exitCode() != 0) {
            throw StartupProblem.of("PostgreSQL does not run as root, there is no account “postgres”, and none could be made ("
                + made.lastLine() + "): create an account “langmap”, or start LangMap as an ordinary user.");
        }
        return Optional.of("langmap");
    }

    private static boolean exists(String account) {
        try {
            Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
