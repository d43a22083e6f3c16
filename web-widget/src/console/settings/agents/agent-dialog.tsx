import type { JSX } from "preact";
import { ask } from "../../api/http";
import type { Agent, Role } from "../../api/types";
import { chosen, typed } from "../../kit/bind";
import { Chips } from "../../kit/chips";
import { Select, TextField } from "../../kit/field";
import { type Problems, useForm } from "../../kit/form";
import { FormDialog } from "../../kit/form-dialog";
import { ROLES } from "../../kit/roles";
import { toast } from "../../kit/toast";
import { type Invited, ROLE_MEANS } from "./types";

interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly capacity: string;
  readonly skills: readonly string[];
}

const NOBODY: Person = { email: "", name: "", role: "agent", capacity: "", skills: [] };

/** The API cannot reset an own number to the shop's default. */
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
  });
  const { value } = form;
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
    <FormDialog
      title={agent ? `Edit ${agent.name}` : "Invite an agent"}
      verb={agent ? "Save" : "Invite"}
      form={form}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      <div class="halves">
        <TextField label="Name" hint="Customers see it." maxLength={100} autofocus {...typed(form, "name")} />
        <TextField label="E-mail" type="email" disabled={agent !== null} {...typed(form, "email")} />
      </div>
      <Select label="Role" hint={ROLE_MEANS[value.role]} options={ROLES} {...chosen(form, "role")} />
      <div class="halves">
        <TextField
          label="Conversations at a time"
          type="number"
          min={0}
          max={1000}
          hint="Empty: as the hours page says. 0: none are given."
          {...typed(form, "capacity")}
        />
        <Chips
          label="Skills"
          hint="Labels and languages, such as refund or de."
          {...chosen(form, "skills")}
        />
      </div>
    </FormDialog>
  );
}
