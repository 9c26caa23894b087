export const docker = {
  'no-endpoint': {
    what: 'No Docker engine answers on this machine. Tried: {{tried}}',
    next: 'Start Docker Desktop, Colima or OrbStack; on Linux type: sudo systemctl start docker (in a checkout of labs: scripts/engine up). An engine elsewhere: export DOCKER_HOST=…',
  },
  'not-there': {
    what: 'No Docker engine is at {{endpoint}} (chosen by {{source}}): {{words}}',
    next: 'Start that engine, or choose another: unset DOCKER_HOST DOCKER_CONTEXT; docker context use default',
  },
  'no-answer': {
    what: 'The Docker engine at {{endpoint}} (chosen by {{source}}) does not answer as one should: {{words}}',
    next: 'See whether docker version answers. If it does not either, restart Docker Desktop, or type: sudo systemctl restart docker',
  },
  denied: {
    what: 'You may not use the Docker engine at {{endpoint}}: permission denied.',
    next: 'Add yourself to its group: sudo usermod -aG docker "$USER"; then log out and in again, or type: newgrp docker',
  },
  'too-old': {
    what: 'The Docker engine is version {{version}} (API {{api}}). labs needs 20.10 or later (API {{oldest}}).',
    next: 'Update Docker, then type: docker version',
  },
  'too-new': {
    what: 'The Docker engine, version {{version}}, no longer speaks API {{newest}}, the newest that this labs knows.',
    next: 'Update labs: npm install -g labs@latest',
  },
  'no-context': {
    what: 'There is no Docker context {{name}}. There are: {{known}}',
    next: 'Type: docker context use default; or, if DOCKER_CONTEXT is set: unset DOCKER_CONTEXT',
  },
  'bad-context': {
    what: 'The Docker context in {{file}} cannot be read, or names no Docker host.',
    next: 'Type: docker context ls; then make it anew, or choose another: docker context use default',
  },
  'bad-config': {
    what: 'Docker’s settings in {{file}} are no readable JSON.',
    next: 'Mend that file, or move it away: mv {{file}} {{file}}.broken',
  },
  'bad-host': {
    what: '{{host}} is no address of a Docker engine.',
    next: 'DOCKER_HOST is written unix:///var/run/docker.sock, tcp://HOST:2376 or ssh://USER@HOST. For the engine of this machine: unset DOCKER_HOST',
  },
  'no-certificate': {
    what: 'The certificate file {{file}} for the Docker engine cannot be read.',
    next: 'Set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem, or: unset DOCKER_HOST DOCKER_TLS_VERIFY',
  },
  lost: {
    what: 'The Docker engine went away during {{what}}. {{words}}',
    next: 'Start it again (Docker Desktop, or sudo systemctl start docker) and repeat the command: labs goes on from what is there.',
  },
  deadline: {
    what: 'The Docker engine took longer than {{seconds}} s for {{what}}.',
    next: 'See whether docker ps answers; if it hangs too, restart Docker, then repeat the command.',
  },
  'operation-failed': {
    what: '{{what}} failed. The Docker engine says: {{words}}',
    next: 'Put that right, then repeat the command. What is there already: docker ps -a; docker network ls',
  },
  'no-such-container': {
    what: 'There is no container {{name}}.',
    next: 'See which there are: docker ps -a',
  },
  'no-such-network': {
    what: 'There is no network {{name}}.',
    next: 'See which there are: docker network ls',
  },
  'bad-port': {
    what: '{{port}} is no published port.',
    next: 'Write [HOSTIP:]HOSTPORT:PORT[/udp], such as 8080:80 or 127.0.0.1:5353:53/udp',
  },
  'pull-failed': {
    what: 'The image {{image}} could not be pulled. The Docker engine says: {{words}}',
    next: 'See whether this machine reaches the registry: docker pull {{image}}. Without a network, load an image bundle: labs images --help',
  },
} as const;
