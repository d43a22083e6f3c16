import type { JSX } from "preact";
import { ask } from "../../api/http";
import type { Agent, Role } from "../../api/types";
import { Button } from "../../kit/button";
import { Chips } from "../../kit/chips";
import { Dialog } from "../../kit/dialog";
import { Select, TextField } from "../../kit/field";
import { byCode, type Problems, useForm } from "../../kit/form";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { type Invited, ROLE_MEANS, ROLES } from "./types";

interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly capacity: string;
  readonly skills: readonly string[];
}

const NOBODY: Person = { email: "", name: "", role: "agent", capacity: "", skills: [] };

/** Once somebody has a number of their own, the wire has no way back to the shop's. */
function check(person: Person, had: boolean): Problems {
  const wrong: Record<string, string> = {};
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(person.email.trim()))
    wrong["email"] = "Write an e-mail address, such as ben@shop.example.";
  if (!person.name.trim()) wrong["name"] = "Write the name that customers will see.";
  const capacity = Number(person.capacity);
  if (
    person.capacity.trim() === "" ? had : !(Number.isInteger(capacity) && capacity >= 0 && capacity <= 1000)
  )
    wrong["capacity"] = "Write a whole number from 0 to 1000.";
  return wrong;
}

const fieldOf = byCode({
  bad_email: "email",
  email_taken: "email",
  bad_name: "name",
  bad_role: "role",
  last_administrator: "role",
  bad_capacity: "capacity",
  bad_skills: "skills",
});

export function AgentDialog(props: {
  readonly agent: Agent | null;
  readonly onInvited: (invited: Invited) => void;
  readonly onSaved: (agent: Agent) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { agent } = props;
  const first: Person = agent
    ? { ...agent, capacity: agent.capacity !== undefined ? String(agent.capacity) : "" }
    : NOBODY;
  const form = useForm<Person>(first, {
    check: person => check(person, agent?.capacity !== undefined),
    fieldOf,
  });
  const { value, set, wrong } = form;
  const save = async (person: Person): Promise<undefined> => {
    const { email, name, role, skills } = person;
    const body = {
      name: name.trim(),
      role,
      skills,
      capacity: person.capacity ? Number(person.capacity) : null,
    };
    if (!agent) {
      props.onInvited(await ask<Invited>("POST", "agents", { body: { ...body, email: email.trim() } }));
      return;
    }
    props.onSaved(await ask<Agent>("PATCH", `agents/${agent.id}`, { body }));
    toast("Saved.");
    props.onClose();
  };
  return (
    <Dialog
      title={agent ? `Edit ${agent.name}` : "Invite an agent"}
      onClose={props.onClose}
      onSubmit={() => void form.submit(save)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            {agent ? "Save" : "Invite"}
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <div class="halves">
        <TextField
          label="Name"
          hint="Customers see it."
          value={value.name}
          wrong={wrong("name")}
          maxLength={100}
          autofocus
          onInput={name => set({ name })}
        />
        <TextField
          label="E-mail"
          type="email"
          value={value.email}
          wrong={wrong("email")}
          disabled={agent !== null}
          onInput={email => set({ email })}
        />
      </div>
      <Select
        label="Role"
        hint={ROLE_MEANS[value.role]}
        value={value.role}
        options={ROLES}
        wrong={wrong("role")}
        onChange={role => set({ role })}
      />
      <div class="halves">
        <TextField
          label="Conversations at a time"
          type="number"
          min={0}
          max={1000}
          hint="Empty: as the hours page says. 0: none are given."
          value={value.capacity}
          wrong={wrong("capacity")}
          onInput={capacity => set({ capacity })}
        />
        <Chips
          label="Skills"
          hint="Labels and languages, such as refund or de."
          value={value.skills}
          wrong={wrong("skills")}
          onChange={skills => set({ skills })}
        />
      </div>
    </Dialog>
  );
}
