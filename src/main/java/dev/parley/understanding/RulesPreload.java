package dev.parley.understanding;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Preload;

@ApplicationScoped
class RulesPreload implements Preload {
    @Override
    public void load() {
        Rules.prepare();
    }
}
