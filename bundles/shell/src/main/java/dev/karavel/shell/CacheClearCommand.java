package dev.karavel.shell;

import dev.karavel.api.cache.ResultCache;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "cache-clear", description = "Forgets all stored results on all nodes")
public final class CacheClearCommand implements Action {
    @Reference
    ResultCache cache;

    @Override
    public Object execute() {
        long entries = cache.statistics().entries();
        cache.clear();
        System.out.println(entries + " results forgotten");
        return null;
    }
}
