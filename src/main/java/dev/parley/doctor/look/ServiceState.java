package dev.parley.doctor.look;

/** What listens on the service's port of this machine. */
public enum ServiceState {
    RUNNING, STOPPED, OTHER_PROGRAM
}
