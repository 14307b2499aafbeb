package io.calque.engine.source;

import io.calque.diagnostic.Code;
import io.calque.diagnostic.Fault;
import io.calque.diagnostic.Finding;
import io.calque.diagnostic.Findings;
import io.calque.diagnostic.Place;
import io.calque.diagnostic.Severity;
import io.calque.directory.LdapPeople;
import io.calque.directory.ldif.LdifPeople;
import io.calque.engine.context.BackgroundTask;
import io.calque.engine.context.Context;
import io.calque.engine.context.Progress;
import io.calque.engine.folder.WorkspaceFolder;
import io.calque.lync.result.ObservedObjects;
import io.calque.people.CsvPeople;
import io.calque.people.PeopleSource;
import io.calque.people.Person;
import io.calque.policy.PolicySet;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.workspace.PeopleSpec;
import io.calque.workspace.ServerSpec;
import io.calque.workspace.Workspace;
import io.calque.workspace.WorkspaceReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a workspace's people and its server's state come from, opened as the workspace says. */
public final class Sources {
    private static final int BUFFER = 1 << 16;

    private final WorkspaceFolder folder;
    private final Workspace workspace;
    private final Context context;
    private final Findings remarks = new Findings();
    private @Nullable LdapPeople directory;

    /** The sources of a workspace in its folder; progress goes to the context's. */
    public Sources(Context context, Workspace workspace) {
        this.folder = context.folder();
        this.workspace = workspace;
        this.context = context;
    }

    /** Tells every person once. Rows that can't be read become findings. A workspace without people has none to tell. */
    public void people(Consumer<Person> consumer, Findings findings) {
        people(source -> new ReadAhead(source, context.executor()), consumer, findings);
    }

    private void people(UnaryOperator<PeopleSource> way, Consumer<Person> consumer, Findings findings) {
        Optional<PeopleSource> source = workspace.people().map(this::source).map(way);
        if (source.isEmpty()) {
            return;
        }
        findings.addAll(remarks.sorted());
        try (Progress.Work progress = context.progress().begin("reading people")) {
            long[] count = {0};
            source.get()
                    .read(
                            workspace.interest(),
                            person -> {
                                progress.at(++count[0], 0);
                                consumer.accept(person);
                            },
                            findings);
        }
    }

    /**
     * What the server holds now, and every person told meanwhile: what was written to a file is read on a thread of its own.
     *
     * @throws Fault with all that is wrong with either
     */
    public Observed observed(Consumer<Person> consumer, Findings findings) {
        return switch (workspace.server()) {
            case ServerSpec.Simulated _, ServerSpec.Observed _, ServerSpec.Clixml _ -> {
                BackgroundTask<Optional<Observed>> stored = new BackgroundTask<>(context.executor(), this::stored);
                // Without reading ahead: with a thread busy beside, handing people over costs more than it saves.
                yield stored.beside(() -> people(UnaryOperator.identity(), consumer, findings))
                        .orElseGet(this::observed);
            }
            // One reading of the directory tells users and people: the users come first.
            case ServerSpec.Directory _, ServerSpec.Pool _ -> {
                Observed observed = observed();
                people(consumer, findings);
                yield observed;
            }
        };
    }

    /** What the server holds now. What is odd about it and can be lived with is told with the people. */
    public Observed observed() {
        Observed observed = observed(workspace.server());
        switch (workspace.server()) {
            case ServerSpec.Observed(String file, Place place) -> requireUsers(observed, file, place);
            case ServerSpec.Clixml(var files, Place place) -> requireUsers(observed, String.join(", ", files), place);
            case ServerSpec.Simulated _, ServerSpec.Directory _, ServerSpec.Pool _ -> {}
        }
        return observed;
    }

    /** Without users nothing is to be done for anybody, which is never what an export of half a server should mean. */
    private static void requireUsers(Observed observed, String file, Place place) {
        if (observed.users().isEmpty()) {
            throw new Fault(Finding.of(Code.STATE_WITHOUT_USERS, "there are no users in " + file)
                    .help("Export the users too: Get-CsUser | Export-Clixml users.xml, and name that file as well")
                    .at(place));
        }
    }

    private Observed observed(ServerSpec server) {
        return switch (server) {
            case ServerSpec.Simulated _ -> simulated().orElseGet(() -> FreshPool.of(workspace, this));
            case ServerSpec.Observed(String file, Place place) -> ofThisProduct(file(file, place), file);
            case ServerSpec.Clixml(var files, Place place) -> exported(files, place);
            case ServerSpec.Directory(var exported, var numbers, Place place) ->
                DirectoryState.of(
                        directory(place),
                        workspace,
                        exported.map(this::observed)
                                .orElseGet(
                                        () -> new Observed(workspace.version(), List.of(), PolicySet.EMPTY, List.of())),
                        numbers,
                        remarks);
            case ServerSpec.Pool(var _, var _, Place place) -> throw notYet("a live pool", place);
        };
    }

    /** What the server held when that was written to a file; empty where the workspace asks a live server or nothing was written yet. */
    public Optional<Observed> stored() {
        return switch (workspace.server()) {
            case ServerSpec.Simulated _ -> simulated();
            case ServerSpec.Observed _, ServerSpec.Clixml _ -> Optional.of(observed());
            case ServerSpec.Directory _, ServerSpec.Pool _ -> Optional.empty();
        };
    }

    private Optional<Observed> simulated() {
        return folder.pool().load().map(pool -> ofThisProduct(pool, WorkspaceFolder.POOL));
    }

    /** Another version has other settings and other rights: whatever is said about it under the wrong name is wrong. */
    private Observed ofThisProduct(Observed observed, String file) {
        if (observed.product() != workspace.version()) {
            throw new Fault(Finding.of(
                            Code.OTHER_PRODUCT,
                            "the server is " + observed.product().title() + ", and " + WorkspaceReader.CONFIG + " says "
                                    + workspace.version().id())
                    .help(
                            file.equals(WorkspaceFolder.POOL)
                                    ? "Set 'product' to " + observed.product().id()
                                            + ", or make the pool new: calque pool reset"
                                    : "Set 'product' to " + observed.product().id() + ", or name the server's own file")
                    .at(Place.of(file)));
        }
        return observed;
    }

    private PeopleSource source(PeopleSpec spec) {
        return switch (spec) {
            case PeopleSpec.Csv(String file, Place place) -> new CsvPeople(file, folder.require(file, place));
            case PeopleSpec.Ldif(String file, Place place) -> new LdifPeople(file, folder.require(file, place), null);
            case PeopleSpec.Ldap ldap -> directory(ldap);
        };
    }

    /** One for the whole run, so that all that is said comes from one reading. */
    private LdapPeople directory(PeopleSpec.Ldap spec) {
        LdapPeople known = directory;
        if (known == null) {
            known = Directories.people(spec, context);
            directory = known;
        }
        return known;
    }

    private LdapPeople directory(Place place) {
        if (workspace.people().orElse(null) instanceof PeopleSpec.Ldap ldap) {
            return directory(ldap);
        }
        throw new IllegalStateException("the workspace's reader admits no server without its directory: " + place);
    }

    private Observed file(String name, Place namedAt) {
        try (InputStream in =
                new BufferedInputStream(folder.require(name, namedAt).open(), BUFFER)) {
            return ObservedReader.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Export-Clixml wrote; an object that can't be read is a fault, because a plan from half a state would be wrong. */
    private Observed exported(List<String> names, Place namedAt) {
        names.forEach(name -> folder.require(name, namedAt));
        ObservedObjects objects = ObservedObjects.read(folder.path(), names);
        if (!objects.findings().isEmpty()) {
            throw new Fault(objects.findings().stream()
                    .map(finding -> finding.as(Severity.ERROR))
                    .toList());
        }
        return objects.observed(workspace.version());
    }

    private static Fault notYet(String what, Place place) {
        return new Fault(Finding.of(Code.UNSUPPORTED_SOURCE, "this version does not read " + what)
                .help(
                        "Export the pool's users and policies with Export-Clixml, and name the files under server: {clixml: [...]}")
                .at(place));
    }
}
